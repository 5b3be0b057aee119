import type { listTopicsBelow as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { BELOW, HANDED_UP } from './council-lists';
import { listTopicRows } from './list-topic-rows';
import { maySupervise } from './supervising';

/** Topics below a community, a street or the district: open ones, those longest where they are first, or what the street was given. */
export const listTopicsBelow = async ({ params: { placeId }, query }: RouteInput<typeof route>, call: Call) =>
  (await maySupervise(placeId, call))
    ? listTopicRows(query.which === 'open' ? BELOW : HANDED_UP, placeId, query, call, query.which === 'handed-up')
    : refuse('not-found');
