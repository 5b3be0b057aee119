import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { check, getItem, putNew, queryAll, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';

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
