import type { inviteObserver as route } from '@gongyi/shared/council/contract';
import { observerInvited } from '@gongyi/shared/council/session-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { maskName } from '../people/public';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Somebody who speaks without a vote (列席); their name stands masked, as everybody's in minutes and notices. */
export const inviteObserver = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'invite-observer', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    observerInvited(session, { name: maskName(body.name), from: body.from }, call.now),
  );
