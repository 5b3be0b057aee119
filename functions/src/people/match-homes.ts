import { ancestorOf } from '@gongyi/shared/district/place';
import { findGridOf, findPlaceWithPath, homesByPhone, matchOwnerHashes, shortNameOf } from '../district/public';
import { writeTogether } from '../platform/table';
import { findBinding, movedBinding, newBinding } from './binding-store';
import type { Binding } from './binding-store';
import { closedClaim, findClaim } from './claim-store';
import { findPerson, mustBeAlive } from './person-store';
import type { Person } from './person-store';

/** Who decides where nobody needs to. */
const BY_ROLL = 'roll';

/** A claim to own the home that waits is decided if now both name and number agree with the roll. */
const settleClaim = async (binding: Binding, phoneHash: string, now: number, op: string): Promise<void> => {
  const { homeId, nameHash, relation, claimId } = binding;
  if (binding.state !== 'claimed' || relation !== 'owner' || claimId === undefined || nameHash === undefined) return;
  if ((await matchOwnerHashes(homeId, { nameHash, phoneHash })) !== 'name-and-phone') return;
  const claim = await findClaim(ancestorOf(homeId, 'compound') ?? '', claimId);
  if (claim === undefined) return;
  const decided = { state: 'verified', decidedAt: now } as const;
  await writeTogether([
    ...closedClaim(claim, { ...decided, decidedBy: BY_ROLL }, op),
    ...movedBinding(binding, { ...decided, since: now }, op),
  ]);
};

const bindAsOwner = async (person: Person, homeId: string, now: number, op: string): Promise<void> => {
  const [place, gridId] = await Promise.all([findPlaceWithPath(homeId), findGridOf(homeId)]);
  if (place === undefined) return;
  const binding: Binding = {
    personId: person.personId,
    name: person.name ?? '',
    homeId,
    homeName: shortNameOf(place),
    relation: 'owner',
    state: 'verified',
    ...(gridId === undefined ? {} : { gridId }),
    since: now,
    decidedAt: now,
  };
  await writeTogether([...newBinding(binding, now, op), mustBeAlive(person.personId)]);
};

/**
 * Binds a person as owner to the homes where the roll has their proven number. A binding that stands stays
 * as it is, and one that was ended or refused is not brought back: somebody decided that.
 */
export const matchHomes = async (personId: string, phoneHash: string, now: number, op: string): Promise<void> => {
  const person = await findPerson(personId);
  if (person === undefined) return;
  for (const homeId of await homesByPhone(phoneHash)) {
    const standing = await findBinding(personId, homeId);
    if (standing === undefined) await bindAsOwner(person, homeId, now, op);
    else await settleClaim(standing, phoneHash, now, op);
  }
};
