import type { answerObjection as route } from '@gongyi/shared/council/contract';
import { objectionAnswered } from '@gongyi/shared/council/notice-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Every objection is answered before the notice can end; the clock ends it. */
export const answerObjection = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'answer-objection', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    objectionAnswered(session, body.objectionRev, body.words, call.now),
  );
