import type { listAccess as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { pageOfAccess } from './access-store';

export const listAccess = async (
  { query }: RouteInput<typeof route>,
  { who }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const cursor = await readCursor(query.cursor, 'access', who.personId);
  if (isRefusal(cursor)) return cursor;
  const page = await pageOfAccess(who.personId, query.limit, cursor.after);
  const next = await makeCursor(page.lastKey, 'access', who.personId);
  return { items: page.entries, ...(next === undefined ? {} : { cursor: next }) };
};
