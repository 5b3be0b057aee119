import type { Bound } from '../platform/router';
import { apiRoutes } from './api-routes';
import { ballotsRoutes } from './ballots-routes';

/** What is served under `/api`, whichever function answers. */
export const allRoutes: readonly Bound[] = [...apiRoutes, ...ballotsRoutes];
