import type { nameSubstitute as route } from '@gongyi/shared/council/contract';
import { speaksAs } from '@gongyi/shared/council/seats';
import { substituteNamed } from '@gongyi/shared/council/session-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import type { Party } from '@gongyi/shared/district/organisation';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { findPersonByPhone, maskName, namesOf } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { partiesOf } from './standing';

/** Few, for the answer tells whether a number has an account. */
const MOST_AN_HOUR = 10;

/** A party names somebody in place of its own people; only its own people may. */
export const nameSubstitute = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'name-substitute', sessionId: params.sessionId, rev: body.rev }, call, async (session) => {
    const { who, now } = call;
    const party = ownParty(session, body.party, call);
    if (party === undefined) return refuse('party-not-yours', { party: body.party });
    const spent = await spendAttempt(who.personId, 'name-substitute', MOST_AN_HOUR, HOUR, now, tryOf(call));
    if (spent !== undefined) return spent;
    const person = await findPersonByPhone(body.phone, now);
    if (person === undefined) return refuse('person-unknown');
    const name = maskName((await namesOf([person.personId])).get(person.personId));
    return substituteNamed(session, party, { personId: person.personId, name }, now);
  });

const ownParty = ({ compoundId, seats }: CouncilSession, party: Party, { who, now }: Call): Party | undefined => {
  const speaking = speaksAs(seats, party);
  return partiesOf(who, compoundId, seats, now).includes(speaking) ? speaking : undefined;
};
