import { stepOf } from './record-item';
import type { Maker, StoredStep } from './record-item';
import { getItem, queryAll, queryPage, updateOf } from './table';
import type { Item, TransactItem } from './table';
import type { Key } from './table-shape';

/**
 * What has a verifiable record lies in one partition with the steps of it. A move is one transaction: what it
 * changes, only if it still is as its maker saw it (revision and status), and the step that tells of it.
 */
export type StepKeyOf = (id: string, rev: number) => Key;

/** By whom and by which operation something is done. */
export interface Doing {
  readonly maker: Maker;
  readonly op: string;
  readonly opHash?: string | undefined;
  readonly now: number;
}

const LAST = 999_999;

/** Steps with a revision greater than `after`, in order. */
export const recordAfter = async (keyOf: StepKeyOf, id: string, after = 0): Promise<StoredStep[]> => {
  const { pk, sk } = keyOf(id, after + 1);
  const items = await queryAll({ pk, between: [sk, keyOf(id, LAST).sk], consistent: true });
  return items.map(stepOf);
};

/** One page of the record, oldest first. */
export const recordPage = async (
  keyOf: StepKeyOf,
  id: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{ readonly steps: StoredStep[]; readonly lastKey: Record<string, unknown> | undefined }> => {
  const { pk, sk } = keyOf(id, 1);
  const between: [string, string] = [sk, keyOf(id, LAST).sk];
  const page = await queryPage({ pk, between, limit, after, consistent: true });
  return { steps: page.items.map(stepOf), lastKey: page.lastKey };
};

/** The last steps before a revision, in order, and whether there are earlier ones. */
export const recordBefore = async (
  keyOf: StepKeyOf,
  id: string,
  limit: number,
  before = LAST + 1,
): Promise<{ readonly steps: StoredStep[]; readonly more: boolean }> => {
  if (before <= 1) return { steps: [], more: false };
  const between: [string, string] = [keyOf(id, 1).sk, keyOf(id, Math.min(before - 1, LAST)).sk];
  const page = await queryPage({ pk: keyOf(id, 1).pk, between, limit, newestFirst: true, consistent: true });
  return { steps: page.items.map(stepOf).reverse(), more: page.lastKey !== undefined };
};

/** One step of a record. */
export const recordStep = async (keyOf: StepKeyOf, id: string, rev: number): Promise<StoredStep | undefined> => {
  const item = await getItem(keyOf(id, rev), { consistent: true });
  return item && stepOf(item);
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const differenceOf = (old: Item, fresh: Item): Item => {
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return Object.fromEntries(names.filter((name) => !same(old[name], fresh[name])).map((name) => [name, fresh[name]]));
};

/** Changes `before` to `after`, if it is still as its maker saw it. */
export const changeSeen = (key: Key, before: Item, after: Item, op: string): TransactItem =>
  updateOf({
    key,
    set: differenceOf(before, after),
    // A verdict that came between moved the deadline.
    when: `#rev = :rev AND #status = :status${before['wordsCheck'] === undefined ? '' : ' AND wordsCheck = :wordsCheck'}`,
    names: { '#rev': 'rev', '#status': 'status' },
    values: {
      ':rev': before['rev'],
      ':status': before['status'],
      ...(before['wordsCheck'] === undefined ? {} : { ':wordsCheck': before['wordsCheck'] }),
    },
    op,
  });
