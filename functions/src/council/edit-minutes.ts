import type { editMinutes as route } from '@gongyi/shared/council/contract';
import { minutesEdited } from '@gongyi/shared/council/minutes-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** The chair’s own words in the draft. */
export const editMinutes = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'edit-minutes', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    minutesEdited(session, body.words, call.now),
  );
