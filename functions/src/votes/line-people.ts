import { findHolderOfPhone, findPerson, maskName } from '../people/public';
import type { LineHomeItem } from './ballot-item';

/** Somebody whose proven number the frozen roll has for an owner of a line. */
export interface OwnerOnRoll {
  readonly personId: string;
  /** For whom of the line's owners, by the keyed hashes of their names: a couple may have given one number. */
  readonly ownerIds: readonly string[];
}

type Homes = readonly Pick<LineHomeItem, 'owners'>[];

/** Every number of a line's owners, with the owners it stands beside. */
const numbersOf = (homes: Homes): Map<string, Set<string>> => {
  const numbers = new Map<string, Set<string>>();
  for (const { nameHash, phoneHashes } of homes.flatMap(({ owners }) => owners))
    for (const hash of phoneHashes) numbers.set(hash, (numbers.get(hash) ?? new Set()).add(nameHash));
  return numbers;
};

/** The keyed hashes of a line's owners' numbers, each once. */
export const phoneHashesOf = (homes: Homes): string[] => [...numbersOf(homes).keys()];

/** Whether the frozen roll has the number of this keyed hash for an owner of the line. */
export const isOnRoll = (homes: Homes, phoneHash: string | undefined): boolean =>
  phoneHash !== undefined && numbersOf(homes).has(phoneHash);

/**
 * Who has proven a number that the frozen roll has for an owner of the line, at the opening or since; each person
 * once. Who is bound to the homes today does not matter: a sale after the roll was frozen moves no ballot.
 */
export const ownersOnRoll = async (homes: Homes): Promise<OwnerOnRoll[]> => {
  const held = await Promise.all(
    [...numbersOf(homes)].map(async ([hash, names]) => ({ personId: await findHolderOfPhone(hash), names })),
  );
  const owners = new Map<string, Set<string>>();
  for (const { personId, names } of held)
    if (personId !== undefined) owners.set(personId, new Set([...(owners.get(personId) ?? []), ...names]));
  return [...owners]
    .map(([personId, names]) => ({ personId, ownerIds: [...names] }))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
};

export const maskedName = async (personId: string): Promise<string> => maskName((await findPerson(personId))?.name);
