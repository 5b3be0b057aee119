import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { addSubscriptions as route } from '@gongyi/shared/notices/contract';
import type { Call } from '../platform/router';
import { subscriptionsOf } from './list-subscriptions';
import { addOnce } from './subscription-store';

/** Counts what the person allowed on a tap. What they say is believed: WeChat itself refuses more than it gave. */
export const addSubscriptions = async (
  { body: { accepted } }: RouteInput<typeof route>,
  { who, op, opHash, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> =>
  (await addOnce(who.personId, accepted, { op, opHash, now })) ? subscriptionsOf(who.personId) : refuse('key-reused');
