import type { confirmMinutesFor as route } from '@gongyi/shared/council/contract';
import { minutesConfirmedFor } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { maskName } from '../people/public';
import type { Call } from '../platform/router';
import { lockedBy } from './confirm-minutes';
import { makeSessionMove } from './make-session-move';

/** A party without a phone confirms on paper, and the chair enters it; marked so for everybody to see. */
export const confirmFor = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'confirm-for', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesConfirmedFor(session, { party: body.party, name: maskName(body.name) }, lockedBy(session), call.now),
  );
