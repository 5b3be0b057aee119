import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { check, getItem, putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';

/** How far the papers in the box are read: first readings that stand, papers read twice alike, spoiled ones of these. */
const Count = z.object({
  entered: z.int(),
  confirmed: z.int(),
  spoiled: z.int(),
  /** When the last paper was read twice, or voided while they are counted. */
  lastAt: z.optional(z.int()),
  rev: z.int(),
});
type Count = z.output<typeof Count>;

export const countOf = async (voteId: string): Promise<Count> => {
  const item = await getItem(keys.ballotCount(voteId), { consistent: true });
  return item === undefined ? { entered: 0, confirmed: 0, spoiled: 0, rev: 0 } : z.parse(Count, item);
};

/** Some read more, or less: goes into the transaction that reads them. */
export const countedOn = (voteId: string, before: Count, by: Partial<Omit<Count, 'rev'>>, op: string): TransactItem =>
  updateOf({
    key: keys.ballotCount(voteId),
    set: {
      entered: before.entered + (by.entered ?? 0),
      confirmed: before.confirmed + (by.confirmed ?? 0),
      spoiled: before.spoiled + (by.spoiled ?? 0),
      lastAt: by.lastAt ?? before.lastAt,
      rev: before.rev + 1,
    },
    when: before.rev === 0 ? 'attribute_not_exists(pk)' : '#rev = :rev',
    ...(before.rev === 0 ? {} : { names: { '#rev': 'rev' }, values: { ':rev': before.rev } }),
    op,
  });

/** Scrutineers' signatures under the counting of papers, once a person. */
const Signature = z.object({ personId: z.string(), at: z.int() });

export const signaturesOf = async (voteId: string): Promise<Map<string, number>> => {
  const items = await queryAll({ ...keys.ballotSignatures(voteId), consistent: true });
  return new Map(items.map((item) => z.parse(Signature, item)).map(({ personId, at }) => [personId, at]));
};

/** Holds while a scrutineer has not signed: goes into what ends the counting without them. */
export const stillUnsigned = (voteId: string, personId: string): TransactItem =>
  check({ key: keys.ballotSignature(voteId, personId), when: 'attribute_not_exists(pk)' });

/** Only while it is counted. Signed also when it was by the same operation before. */
export const signOnce = async (
  voteId: string,
  personId: string,
  at: number,
  op: string,
): Promise<'signed' | 'earlier' | 'over'> => {
  const written = await writeTogether([
    putNew({ ...keys.ballotSignature(voteId, personId), personId, at, opHash: op }),
    check({
      key: keys.vote(voteId),
      when: '#status = :counting',
      names: { '#status': 'status' },
      values: { ':counting': 'counting' },
    }),
  ]);
  if (written.done) return 'signed';
  const before = await getItem(keys.ballotSignature(voteId, personId), { consistent: true });
  if (before === undefined) return 'over';
  return before['opHash'] === op ? 'signed' : 'earlier';
};
