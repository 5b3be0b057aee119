import type { HomeStatus, RollHome, RollOwner, RollTotals } from './roll';

/**
 * Heads as the law counts them (Civil Code art. 278; judicial interpretation on building ownership,
 * art. 9): all homes of the same set of owners are one head; all homes the developer has not sold or
 * not handed over are together one head. Two owners are the same person only if name and ID digits
 * both agree; without an ID a person is nobody's equal.
 */
export interface Held {
  readonly path: string;
  readonly status: HomeStatus;
  readonly owners: readonly RollOwner[];
}

export const DEVELOPER = 'developer';

const ownerKey = ({ name, idDigits }: RollOwner, path: string): string => `${name}\u0000${idDigits ?? `?${path}`}`;

/** Equal for two homes exactly if they are of one head. Holds personal data: hash it before it is stored. */
export const headKey = (home: Held): string =>
  home.status === 'owned'
    ? [...new Set(home.owners.map((owner) => ownerKey(owner, home.path)))].sort().join('\u0001')
    : DEVELOPER;

/** Owners of one home read from two rows: equal names and IDs, in any order; within one home a missing ID equals a missing ID. */
export const sameOwners = (a: Held, b: Held): boolean => {
  if (a.status === 'unsold' && b.status === 'unsold') return true;
  const keys = ({ owners }: Held): string =>
    owners
      .map((owner) => ownerKey(owner, ''))
      .sort()
      .join('\u0001');
  return (a.status === 'unsold') === (b.status === 'unsold') && keys(a) === keys(b);
};

export const totalsOf = (homes: readonly RollHome[]): RollTotals => ({
  homes: homes.length,
  area: homes.reduce((sum, { area }) => sum + area, 0),
  heads: new Set(homes.map(headKey)).size,
  unsoldHomes: homes.filter(({ status }) => status === 'unsold').length,
  undeliveredHomes: homes.filter(({ status }) => status === 'undelivered').length,
  coOwnedHomes: homes.filter(({ owners }) => owners.length > 1).length,
});
