import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Named } from '@gongyi/shared/requests/effect';
import { membersOf, namesOf } from '../people/public';

/** Somebody who works in the organisation now, to hand work to. */
export const findColleague = async (
  organisationId: string,
  personId: string,
  now: number,
): Promise<Named | Refusal> => {
  const members = await membersOf(organisationId, now);
  if (!members.some((member) => member.personId === personId)) return refuse('person-not-in-organisation');
  const names = await namesOf([personId]);
  return { id: personId, name: names.get(personId) ?? '' };
};
