import type { listTopicsBelow as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { BELOW } from './council-lists';
import { listTopicRows } from './list-topic-rows';
import { maySupervise } from './supervising';

/** Open topics below a community, a street or the district, those longest where they are first. */
export const listTopicsBelow = async ({ params: { placeId }, query }: RouteInput<typeof route>, call: Call) =>
  (await maySupervise(placeId, call)) ? listTopicRows(BELOW, placeId, query, call, false) : refuse('not-found');
