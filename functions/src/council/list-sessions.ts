import type { listSessions as route } from '@gongyi/shared/council/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { sessionRows } from './session-list-store';
import { councilSubject, seatsIn } from './standing';
import { mayReadCouncil } from './supervising';

/** Sessions of a compound, newest first. */
export const listSessions = async (
  { params: { compoundId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const subject = councilSubject(compoundId, await seatsIn(compoundId));
  if (!(await mayReadCouncil(subject, { who, now }))) return refuse('not-found');
  const list = `council/sessions/${compoundId}`;
  const from = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(from)) return from;
  const { rows, lastKey } = await sessionRows(compoundId, query.limit, from.after);
  const cursor = await makeCursor(lastKey, list, who.personId);
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};
