import type { listMyTopics as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { listFollowedTopics } from './list-topic-rows';

/** Topics I proposed, seconded, commented on or objected to, as they stand, newest proposed first. */
export const listMyTopics = ({ query }: RouteInput<typeof route>, call: Call) => listFollowedTopics(query, call);
