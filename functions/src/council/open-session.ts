import type { openSession as route } from '@gongyi/shared/council/contract';
import { opened } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Opens the session, with its quorum. */
export const openSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'open', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    opened(session, call.now),
  );
