import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { listNotices as route } from '@gongyi/shared/notices/contract';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { inboxPage } from './inbox-store';

const LIST = 'notices';

/** My inbox, newest first. */
export const listNotices = async (
  { query }: RouteInput<typeof route>,
  { who: { personId }, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const from = await readCursor(query.cursor, LIST, personId);
  if (isRefusal(from)) return from;
  const { notices, unread, readUntil, lastKey } = await inboxPage(personId, query.limit, from.after, now);
  const cursor = await makeCursor(lastKey, LIST, personId);
  return { items: notices.map((notice) => ({ ...notice, read: notice.at <= readUntil })), unread, cursor };
};
