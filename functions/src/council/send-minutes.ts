import type { sendMinutes as route } from '@gongyi/shared/council/contract';
import { minutesSent } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** To the parties that were there, for their confirmation. */
export const sendMinutes = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'send-minutes', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesSent(session, call.now),
  );
