import { officesOf, speakingParties } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Delegate } from '@gongyi/shared/council/session';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { maskName, membersOf, namesOf } from '../people/public';

/** So many of a party are invited; whom else it wants there it names itself. */
const MOST_OF_A_PARTY = 8;

/** People who act for a party now, those nearest to the compound first. */
const peopleOf = async (compoundId: string, seats: readonly Seat[], party: Party, now: number): Promise<string[]> => {
  const found = await Promise.all(
    officesOf(seats, party, compoundId).map(async ({ scopeId, roles }) =>
      (await membersOf(scopeId, now)).filter(({ role }) => roles.includes(role)),
    ),
  );
  return found.flat().map(({ personId }) => personId);
};

/** Who is invited to a session: the people of the bodies at the table, each once, for the body they speak for. */
export const delegatesOf = async (compoundId: string, seats: readonly Seat[], now: number): Promise<Delegate[]> => {
  const speaking = speakingParties(seats);
  const found = await Promise.all(speaking.map((party) => peopleOf(compoundId, seats, party, now)));
  const invited = new Map<string, Party>();
  speaking.forEach((party, index) => {
    const fresh = [...new Set(found[index])].filter((personId) => !invited.has(personId));
    fresh.slice(0, MOST_OF_A_PARTY).forEach((personId) => invited.set(personId, party));
  });
  const names = await namesOf([...invited.keys()]);
  return [...invited]
    .map(([personId, party]) => ({ personId, party, name: maskName(names.get(personId)), substitute: false }))
    .sort((a, b) => PARTIES.indexOf(a.party) - PARTIES.indexOf(b.party));
};
