import { findPerson, maskName, ownerIdsOf } from '../people/public';
import type { LineHomeItem } from './ballot-item';

/** More homes than any owner's are the developer's, for whom staff name somebody. */
const MOST_HOMES = 60;

/** Who is verified as an owner of any of these homes; each person once. */
export const ownersOfHomes = async (homes: readonly LineHomeItem[], now: number): Promise<string[]> => {
  const asked = homes.slice(0, MOST_HOMES);
  const owners = await Promise.all(asked.map(({ homeId }) => ownerIdsOf(homeId, now)));
  return [...new Set(owners.flat())].sort();
};

export const maskedName = async (personId: string): Promise<string> => maskName((await findPerson(personId))?.name);
