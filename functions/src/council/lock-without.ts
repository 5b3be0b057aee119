import type { lockMinutesWithout as route } from '@gongyi/shared/council/contract';
import { minutesLockedWithout } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { lockedBy } from './confirm-minutes';
import { makeSessionMove } from './make-session-move';

/** Locks the minutes without the one party that is silent, once its days are over. */
export const lockWithout = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'lock-without', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesLockedWithout(session, body.reason, lockedBy(session), call.now),
  );
