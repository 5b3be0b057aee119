import { bindingCounts } from '@gongyi/shared/people/role';
import type { HomeBinding } from '@gongyi/shared/people/role';
import { bindingsOf, residentsOf } from './binding-store';
import { findHolderOfPhone, phoneHashOf } from './phone-store';

/** Ids of the people whose verified binding to a home counts at `now`. */
export const residentIdsOf = async (homeId: string, now: number): Promise<string[]> => {
  const residents = await residentsOf(homeId);
  return residents.filter((binding) => bindingCounts(binding, now)).map(({ personId }) => personId);
};

/** Ids of the people who are verified as owners of a home. */
export const ownerIdsOf = async (homeId: string, now: number): Promise<string[]> => {
  const residents = await residentsOf(homeId);
  return residents
    .filter((binding) => binding.relation === 'owner' && bindingCounts(binding, now))
    .map(({ personId }) => personId);
};

/** Who has proven that a number is theirs, with their homes; for orders taken on the phone. */
export const findPersonByPhone = async (
  phone: string,
  now: number,
): Promise<{ readonly personId: string; readonly homes: readonly HomeBinding[] } | undefined> => {
  const personId = await findHolderOfPhone(await phoneHashOf(phone));
  if (personId === undefined) return undefined;
  const homes = (await bindingsOf(personId)).filter((binding) => bindingCounts(binding, now));
  return { personId, homes };
};
