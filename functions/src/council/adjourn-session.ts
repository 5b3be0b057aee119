import type { adjournSession as route } from '@gongyi/shared/council/contract';
import { adjourned } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** To be gone on with at another time. */
export const adjournSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'adjourn', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    adjourned(session, body.resumesAt, body.reason, call.now),
  );
