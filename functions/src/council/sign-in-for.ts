import type { signInFor as route } from '@gongyi/shared/council/contract';
import { signedInByChair } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { maskName } from '../people/public';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** The chair signs in somebody without a phone; marked so for everybody to see, and masked as every name. */
export const signInFor = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'sign-in-for', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    signedInByChair(session, { party: body.party, name: maskName(body.name) }, call.now),
  );
