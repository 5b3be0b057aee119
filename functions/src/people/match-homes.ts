import { findGridOf, findPlaceWithPath, homesByPhone, shortNameOf } from '../district/public';
import { writeTogether } from '../platform/table';
import { newBinding } from './binding-store';
import { mustBeAlive } from './person-store';
import type { Person } from './person-store';

/**
 * Binds a person as owner to the homes where the roll has their proven number. Homes they are bound to
 * already stay as they are; a retry finds its own bindings there.
 */
export const matchHomes = async (person: Person, phoneHash: string, now: number, op: string): Promise<void> => {
  const { personId, name = '' } = person;
  for (const homeId of await homesByPhone(phoneHash)) {
    const [place, gridId] = await Promise.all([findPlaceWithPath(homeId), findGridOf(homeId)]);
    if (place === undefined) continue;
    const binding = {
      personId,
      name,
      homeId,
      homeName: shortNameOf(place),
      relation: 'owner' as const,
      state: 'verified' as const,
      ...(gridId === undefined ? {} : { gridId }),
      since: now,
      decidedAt: now,
    };
    await writeTogether([...newBinding(binding, now, op), mustBeAlive(personId)]);
  }
};
