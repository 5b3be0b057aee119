import * as z from 'zod/mini';
import { TableName, getItem } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Lines entrusted to a person: those counted against the limit, a set of its own so that its size is the limit and the
 * write holds it, and their own, which staff named them for. The line itself says who holds it now.
 */
const Entrusted = z.object({ lines: z.optional(z.set(z.number())), named: z.optional(z.set(z.number())) });
type Entrusted = z.output<typeof Entrusted>;

const entrustedTo = async (voteId: string, personId: string): Promise<Entrusted> =>
  z.parse(Entrusted, (await getItem(keys.ballotEntrusted(voteId, personId), { consistent: true })) ?? {});

export const countedLineNos = async (voteId: string, personId: string): Promise<number[]> => [
  ...((await entrustedTo(voteId, personId)).lines ?? []),
];

export const entrustedLineNos = async (voteId: string, personId: string): Promise<number[]> => {
  const { lines = [], named = [] } = await entrustedTo(voteId, personId);
  return [...lines, ...named];
};

const change = (
  voteId: string,
  personId: string,
  expression: string,
  sets: readonly (keyof Entrusted)[],
  no: number,
) => ({
  TableName: TableName(),
  Key: keys.ballotEntrusted(voteId, personId),
  UpdateExpression: expression,
  ExpressionAttributeNames: Object.fromEntries(sets.map((set) => [`#${set}`, set])),
  ExpressionAttributeValues: { ':line': new Set([no]) },
});

/** A line of their own more: not counted any more, if it was. Goes into the transaction that names the elector. */
export const electorNamed = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: change(voteId, personId, 'ADD #named :line DELETE #lines :line', ['named', 'lines'], no),
});

/** One line more, if the limit allows: goes into the transaction that gives it to them. */
export const electorTakes = (voteId: string, personId: string, no: number, most: number): TransactItem => {
  const update = change(voteId, personId, 'ADD #lines :line', ['lines'], no);
  return {
    Update: {
      ...update,
      ConditionExpression: 'attribute_not_exists(#lines) OR size(#lines) < :most OR contains(#lines, :no)',
      ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':no': no, ':most': most },
    },
  };
};

export const electorEnds = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: change(voteId, personId, 'DELETE #named :line, #lines :line', ['named', 'lines'], no),
});
