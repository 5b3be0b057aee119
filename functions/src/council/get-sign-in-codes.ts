import type { getSignInCodes as route } from '@gongyi/shared/council/contract';
import { nextSessionStatus } from '@gongyi/shared/council/session-rules';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { findSession } from './record-store';
import { mayChair, mayReadSession } from './session-standing';
import { codesFrom } from '../platform/rotating-codes';

/** For the chair's screen at the venue; the screen turns them by itself and need not ask every half minute. */
export const getSignInCodes = async (
  { params }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const session = await findSession(params.sessionId);
  if (session === undefined || !(await mayReadSession(session, who, now))) return refuse('not-found');
  if (!mayChair(session, who, now) || nextSessionStatus(session.status, 'sign-in') === undefined) {
    return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  }
  return { codes: await codesFrom('session-sign-in', session.id, now) };
};
