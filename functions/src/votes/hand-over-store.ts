import { HAND_OVER_ITEMS, HandOverBasis, HandOverItem } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { changeOnce, createOnce, getItem, queryAll, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

const Body = z.object({ id: z.string(), name: z.string() });

/** A hand-over from one property company to the next, as stored. Its id begins with its compound's. */
export const StoredHandOver = z.object({
  id: z.string(),
  rev: z.int(),
  state: z.enum(['planned', 'moving', 'done', 'cancelled']),
  compoundId: z.string(),
  from: Body,
  to: Body,
  basis: HandOverBasis,
  onDay: z.string(),
  notes: z.partialRecord(
    HandOverItem,
    z.object({ done: z.boolean(), note: z.optional(z.string()), at: z.int(), by: z.string() }),
  ),
  moved: z.optional(z.int()),
  doneAt: z.optional(z.int()),
  cancelled: z.optional(z.object({ reason: z.string(), at: z.int(), by: z.string() })),
  plannedAt: z.int(),
  lastOp: z.optional(z.string()),
});
export type StoredHandOver = z.output<typeof StoredHandOver>;

export const handOverId = (compoundId: string, op: string): string => `${compoundId}.${op}`;
const compoundOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

export const findHandOver = async (id: string): Promise<StoredHandOver | undefined> => {
  const item = await getItem(keys.handOver(compoundOf(id), id), { consistent: true });
  return item && z.parse(StoredHandOver, item);
};

export const handOversOf = async (compoundId: string): Promise<StoredHandOver[]> => {
  const items = await queryAll({ pk: keys.handOversOf(compoundId), consistent: true });
  return items.map((item) => z.parse(StoredHandOver, item)).sort((a, b) => b.plannedAt - a.plannedAt);
};

/** Undefined if the same operation planned another before. */
export const createHandOver = async (item: StoredHandOver, opHash: string): Promise<StoredHandOver | undefined> => {
  const written = await createOnce({ ...keys.handOver(item.compoundId, item.id), ...item, opHash });
  return written.done ? z.parse(StoredHandOver, written.item) : undefined;
};

const changeOf = (seen: StoredHandOver, set: Partial<StoredHandOver>, op: string) => ({
  key: keys.handOver(seen.compoundId, seen.id),
  set: { ...set, rev: seen.rev + 1 },
  when: '#rev = :rev AND #state = :state',
  names: { '#rev': 'rev', '#state': 'state' },
  values: { ':rev': seen.rev, ':state': seen.state },
  op,
});

/** Changes it, if it still is as seen; undefined if not. */
export const changeHandOver = async (
  seen: StoredHandOver,
  set: Partial<StoredHandOver>,
  op: string,
): Promise<StoredHandOver | undefined> => {
  const written = await changeOnce(changeOf(seen, set, op));
  return written.done ? z.parse(StoredHandOver, written.item) : undefined;
};

/** One decision of the owners, one hand-over: the vote says by which it was carried out. */
const decidedBy = ({ id, basis, compoundId }: StoredHandOver, op: string): TransactItem[] =>
  basis.kind === 'street'
    ? []
    : [
        updateOf({
          key: keys.vote(basis.voteId),
          set: { handOverId: id },
          when: 'compoundId = :compound AND #status = :published AND (attribute_not_exists(handOverId) OR handOverId = :id)',
          names: { '#status': 'status' },
          values: { ':compound': compoundId, ':published': 'published', ':id': id },
          op,
        }),
      ];

/** Begins to move what is handed over, by its decision; says which of the two did not hold. */
export const beginMoving = async (seen: StoredHandOver, op: string): Promise<StoredHandOver | 'changed' | 'used'> => {
  const written = await writeTogether([updateOf(changeOf(seen, { state: 'moving' }, op)), ...decidedBy(seen, op)]);
  if (!written.done && written.failed[0] === undefined) return 'used';
  const now = await findHandOver(seen.id);
  return now?.state === 'moving' && now.lastOp === op ? now : 'changed';
};

/** Whether another hand-over carried this decision out already. */
export const carriedOut = async (voteId: string): Promise<boolean> =>
  (await getItem(keys.vote(voteId), { consistent: true }))?.['handOverId'] !== undefined;

/** What nobody has said anything of yet. */
export const openItems = ({ notes }: StoredHandOver): number =>
  HAND_OVER_ITEMS.filter((item) => notes[item]?.done !== true && notes[item]?.note === undefined).length;
