import type { callVote as route } from '@gongyi/shared/council/contract';
import { voteCalled } from '@gongyi/shared/council/agenda-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** No consensus: one vote a party. */
export const callVote = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'call-vote', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    voteCalled(session, body.topicId, call.now),
  );
