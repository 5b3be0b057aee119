import * as z from 'zod/mini';
import { getItem, putNew, queryAll, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** An owner's objection to a result; its words, and those of the answer, lie in steps of the vote's record. */
const StoredObjection = z.object({
  id: z.string(),
  stepRev: z.int(),
  byId: z.string(),
  at: z.int(),
  answer: z.optional(z.object({ stepRev: z.int(), at: z.int(), op: z.string() })),
  op: z.string(),
  opHash: z.string(),
});
export type StoredObjection = z.output<typeof StoredObjection>;

export const objectionsOf = async (voteId: string): Promise<StoredObjection[]> => {
  const { pk, sk: prefix } = keys.voteObjection(voteId, '');
  const items = await queryAll({ pk, prefix, consistent: true });
  return items.map((item) => z.parse(StoredObjection, item)).sort((a, b) => a.at - b.at);
};

export const findObjection = async (voteId: string, id: string): Promise<StoredObjection | undefined> => {
  const item = await getItem(keys.voteObjection(voteId, id), { consistent: true });
  return item && z.parse(StoredObjection, item);
};

export const objectionWrite = (voteId: string, objection: StoredObjection): TransactItem =>
  putNew({ ...keys.voteObjection(voteId, objection.id), ...objection });

/** Answered once; whoever comes second finds the answer. */
export const answerWrite = (voteId: string, id: string, answer: NonNullable<StoredObjection['answer']>): TransactItem =>
  updateOf({
    key: keys.voteObjection(voteId, id),
    set: { answer },
    when: 'attribute_exists(pk) AND attribute_not_exists(answer)',
    op: answer.op,
  });
