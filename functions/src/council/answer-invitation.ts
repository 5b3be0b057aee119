import type { answerInvitation as route } from '@gongyi/shared/council/contract';
import { answered } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Whether a delegate will come. */
export const answerInvitation = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'answer', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    answered(session, call.who.personId, body.coming, call.now),
  );
