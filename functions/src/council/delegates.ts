import { PARTY_BODY_ROLES, PARTY_PLACE_ROLES, speakingParties, speaksAs } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Delegate } from '@gongyi/shared/council/session';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { parentOf } from '@gongyi/shared/district/place';
import { maskName, membersOf, namesOf } from '../people/public';

/** So many of a party are invited; whom else it wants there it names itself. */
const MOST_OF_A_PARTY = 8;

/** People of a party now: those with its roles at the compound or its community, and the desk of its body. */
const peopleOf = async (compoundId: string, { party, bodyId }: Seat, now: number): Promise<string[]> => {
  const places = [compoundId, parentOf(compoundId)].filter((id) => id !== undefined);
  const [ofPlaces, ofBody] = await Promise.all([
    Promise.all(places.map((placeId) => membersOf(placeId, now))),
    bodyId === undefined ? [] : membersOf(bodyId, now),
  ]);
  const roles = PARTY_PLACE_ROLES[party];
  return [
    ...ofPlaces.flat().filter(({ role }) => roles.includes(role)),
    ...ofBody.filter(({ role }) => PARTY_BODY_ROLES.includes(role)),
  ].map(({ personId }) => personId);
};

/** Who is invited to a session: the people of the bodies at the table, each once, for the body they speak for. */
export const delegatesOf = async (compoundId: string, seats: readonly Seat[], now: number): Promise<Delegate[]> => {
  const speaking = speakingParties(seats);
  const found = await Promise.all(seats.map((seat) => peopleOf(compoundId, seat, now)));
  const invited = new Map<string, Party>();
  for (const party of speaking) {
    const people = seats.flatMap((seat, index) => (speaksAs(seats, seat.party) === party ? (found[index] ?? []) : []));
    const fresh = [...new Set(people)].filter((personId) => !invited.has(personId));
    fresh.slice(0, MOST_OF_A_PARTY).forEach((personId) => invited.set(personId, party));
  }
  const names = await namesOf([...invited.keys()]);
  return [...invited]
    .map(([personId, party]) => ({ personId, party, name: maskName(names.get(personId)), substitute: false }))
    .sort((a, b) => PARTIES.indexOf(a.party) - PARTIES.indexOf(b.party));
};
