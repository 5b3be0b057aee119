import type { recallMinutes as route } from '@gongyi/shared/council/contract';
import { minutesRecalled } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Back to the chair, who found something to change. */
export const recallMinutes = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'recall-minutes', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesRecalled(session, body.reason, call.now),
  );
