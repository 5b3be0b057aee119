import type { signIn as route } from '@gongyi/shared/council/contract';
import { signedIn } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { isCodeNow } from '../platform/rotating-codes';

const MOST_TRIES = 10;
const WINDOW = 10 * MINUTE;

/** A delegate signs in by the code shown at the venue. */
export const signIn = ({ params: { sessionId }, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'sign-in', sessionId, rev: body.rev }, call, async (session) => {
    const { who, now } = call;
    const effect = signedIn(session, who.personId, now);
    if (isRefusal(effect)) return effect;
    const spent = await spendAttempt(who.personId, `sign-in.${sessionId}`, MOST_TRIES, WINDOW, now, tryOf(call));
    if (spent !== undefined) return spent;
    return (await isCodeNow('session-sign-in', sessionId, body.code, now)) ? effect : refuse('sign-in-code-wrong');
  });
