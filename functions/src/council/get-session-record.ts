import type { getSessionRecord as route } from '@gongyi/shared/council/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { lineOf } from '../platform/record-item';
import { findSession, stepsPage } from './record-store';
import { mayReadSession } from './session-standing';

/** The record, for anyone who may read the session to check; the head is read first, so lines may run past it. */
export const getSessionRecord = async (
  { params: { sessionId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const session = await findSession(sessionId);
  if (session === undefined || !(await mayReadSession(session, who, now))) return refuse('not-found');
  const list = `council/record/session/${sessionId}`;
  const from = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(from)) return from;
  const { steps, lastKey } = await stepsPage('session', sessionId, query.limit, from.after);
  const cursor = await makeCursor(lastKey, list, who.personId);
  return {
    items: steps.map(lineOf),
    ...(cursor === undefined ? {} : { cursor }),
    head: { rev: session.rev, fingerprint: session.fingerprint },
  };
};
