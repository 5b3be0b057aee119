import { sameOwners } from './roll-rules-heads';
import type { RollHome } from './roll';

/** What a new roll changes in a home: its area, its owners (names or IDs), their phones, its status. */
export type HomeChange = 'area' | 'owners' | 'phones' | 'status';

export interface RollDiff {
  readonly added: readonly RollHome[];
  readonly changed: readonly {
    readonly before: RollHome;
    readonly after: RollHome;
    readonly what: readonly HomeChange[];
  }[];
  readonly unchanged: readonly RollHome[];
  /** In the current roll and not in the next: reported, never removed by an import. */
  readonly missing: readonly RollHome[];
}

const phonesOf = ({ owners }: RollHome): string =>
  owners
    .map(({ name, idDigits, phones }) => `${name}\u0000${idDigits ?? ''}\u0000${[...phones].sort().join()}`)
    .sort()
    .join('\u0001');

const changes = (before: RollHome, after: RollHome): HomeChange[] => {
  const what: HomeChange[] = [];
  if (before.area !== after.area) what.push('area');
  if (before.status !== after.status) what.push('status');
  if (!sameOwners(before, after)) what.push('owners');
  else if (phonesOf(before) !== phonesOf(after)) what.push('phones');
  return what;
};

/** Compares two rolls home by home; lines and order do not matter. */
export const diffRoll = (current: readonly RollHome[], next: readonly RollHome[]): RollDiff => {
  const before = new Map(current.map((home) => [home.path, home]));
  const seen = new Set(next.map(({ path }) => path));
  const added: RollHome[] = [];
  const changed: { before: RollHome; after: RollHome; what: HomeChange[] }[] = [];
  const unchanged: RollHome[] = [];
  for (const after of next) {
    const old = before.get(after.path);
    const what = old ? changes(old, after) : [];
    if (!old) added.push(after);
    else if (what.length > 0) changed.push({ before: old, after, what });
    else unchanged.push(after);
  }
  return { added, changed, unchanged, missing: current.filter(({ path }) => !seen.has(path)) };
};
