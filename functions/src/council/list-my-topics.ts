import type { listMyTopics as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { MINE } from './council-lists';
import { listTopicRows } from './list-topic-rows';

/** Topics I proposed, seconded, commented on or objected to. */
export const listMyTopics = ({ query }: RouteInput<typeof route>, call: Call) =>
  listTopicRows(MINE, call.who.personId, query, call);
