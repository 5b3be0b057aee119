import { ancestorOf, within } from '@gongyi/shared/district/place';
import { bindingCounts } from '@gongyi/shared/people/role';
import type { Identity } from '@gongyi/shared/people/role';
import { findPlaces } from '../district/public';
import { maskName } from './mask-name';
import { findPerson, hasWithdrawn } from './person-store';

/** In place of a name that its person does not want shown. */
export const NOBODY = '匿名';

/**
 * 3号楼 王**: the building of somebody's own home in the compound, and the masked name; 匿名 for who withdrew
 * their consent to be named.
 */
export const signatureIn = async (compoundId: string, who: Identity, now: number): Promise<string> => {
  const home = who.homes.find((binding) => within(binding.homeId, compoundId) && bindingCounts(binding, now));
  const buildingId = home && ancestorOf(home.homeId, 'building');
  const [person, places] = await Promise.all([
    findPerson(who.personId),
    buildingId === undefined ? new Map<string, { name: string }>() : findPlaces([buildingId]),
  ]);
  if (person !== undefined && hasWithdrawn(person, 'publish-name')) return NOBODY;
  const building = places.get(buildingId ?? '')?.name;
  return [...(building === undefined ? [] : [building]), maskName(person?.name)].join(' ');
};
