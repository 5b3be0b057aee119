import type { listPublicNotices as route } from '@gongyi/shared/council/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { OpenCall } from '../platform/router';
import { noticeRows } from './session-list-store';

/** Public notices of a compound, newest first, for whoever asks. */
export const listPublicNotices = async (
  { params: { compoundId }, query }: RouteInput<typeof route>,
  { who }: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const list = `council/notices/${compoundId}`;
  const from = await readCursor(query.cursor, list, who?.personId ?? '');
  if (isRefusal(from)) return from;
  const { rows, lastKey } = await noticeRows(compoundId, query.limit, from.after);
  const cursor = await makeCursor(lastKey, list, who?.personId ?? '');
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};
