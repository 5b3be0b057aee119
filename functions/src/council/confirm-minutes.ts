import type { confirmMinutes as route } from '@gongyi/shared/council/contract';
import { fingerprintOf } from '@gongyi/shared/kernel/record';
import { minutesConfirmed } from '@gongyi/shared/council/minutes-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** What locks minutes: a fingerprint over them and the record so far. */
export const lockedBy =
  (session: CouncilSession) =>
  (words: string): string =>
    fingerprintOf(`${words}\n${session.fingerprint}`);

/** A party that was there confirms; the last locks the minutes. */
export const confirmMinutes = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'confirm-minutes', sessionId: params.sessionId, rev: body.rev }, call, async (session) => {
    const { personId } = call.who;
    const name = maskName((await namesOf([personId])).get(personId));
    return minutesConfirmed(session, { personId, name }, lockedBy(session), call.now);
  });
