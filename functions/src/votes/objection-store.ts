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

/** Where one stands in the order: those unanswered first, then the newest. */
const ObjectionPlace = z.object({ answered: z.int(), at: z.int(), id: z.string() });
type ObjectionPlace = z.output<typeof ObjectionPlace>;

const placeOf = ({ id, at, answer }: StoredObjection): ObjectionPlace => ({
  answered: answer === undefined ? 0 : 1,
  at,
  id,
});
const inOrder = (a: ObjectionPlace, b: ObjectionPlace): number =>
  a.answered - b.answered || b.at - a.at || (a.id < b.id ? -1 : Number(a.id > b.id));

export const objectionsOf = async (voteId: string): Promise<StoredObjection[]> => {
  const { pk, sk: prefix } = keys.voteObjection(voteId, '');
  const items = await queryAll({ pk, prefix, consistent: true });
  return items.map((item) => z.parse(StoredObjection, item));
};

/** As many as asked for, in their order; all are looked at for it, which are short: their words lie in the record. */
export const objectionsPage = async (voteId: string, limit: number, after: Record<string, unknown> | undefined) => {
  const from = after && z.parse(ObjectionPlace, after);
  const rest = (await objectionsOf(voteId))
    .map((objection) => ({ objection, place: placeOf(objection) }))
    .filter(({ place }) => from === undefined || inOrder(place, from) > 0)
    .sort((a, b) => inOrder(a.place, b.place));
  const shown = rest.slice(0, limit);
  return {
    objections: shown.map(({ objection }) => objection),
    lastKey: rest.length > limit ? shown.at(-1)?.place : undefined,
  };
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
