import { appServing, handlerOf } from '../platform/router';
import { openapi } from './openapi-document';
import { loadIndexed } from './slices';
import type { Indexed } from './slices';

/** Written into the bundle by the build, so that finding a route's slice loads none. */
declare const ROUTE_INDEX: readonly Indexed[];

const app = appServing(ROUTE_INDEX.map((one) => ({ ...one, load: () => loadIndexed(one) })));
app.get('/api/openapi.json', async (context) => context.json(await openapi()));

export const handler = handlerOf(app);
