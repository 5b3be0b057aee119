import type { resumeSession as route } from '@gongyi/shared/council/contract';
import { resumed } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Goes on with who is there. */
export const resumeSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'resume', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    resumed(session, call.now),
  );
