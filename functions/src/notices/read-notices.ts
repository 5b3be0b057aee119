import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { readNotices as route } from '@gongyi/shared/notices/contract';
import type { Call } from '../platform/router';
import { readUpTo } from './inbox-store';

/** Marks everything up to an instant as read, at most up to now. */
export const readNotices = async (
  { body: { until } }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route>> => ({ unread: await readUpTo(who.personId, Math.min(until, now)) });
