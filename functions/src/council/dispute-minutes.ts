import type { disputeMinutes as route } from '@gongyi/shared/council/contract';
import { minutesDisputed } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** A party says what is wrong; the minutes go back to the chair. */
export const disputeMinutes = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'dispute-minutes', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesDisputed(session, call.who.personId, body.reason, call.now),
  );
