import * as z from 'zod/mini';
import { TableName, getItem } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Lines entrusted to a person, who may own none of their homes: by authorisations, a set of its own so that its size
 * is the limit and the write holds it, and those staff named them for. The line itself says who holds it now.
 */
const Entrusted = z.object({ lines: z.optional(z.set(z.number())), named: z.optional(z.set(z.number())) });
type Entrusted = z.output<typeof Entrusted>;

const entrustedTo = async (voteId: string, personId: string): Promise<Entrusted> =>
  z.parse(Entrusted, (await getItem(keys.ballotEntrusted(voteId, personId), { consistent: true })) ?? {});

export const proxyLineNos = async (voteId: string, personId: string): Promise<number[]> => [
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

/** One line more, named by staff: goes into the transaction that names the elector. */
export const electorNamed = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: change(voteId, personId, 'ADD #named :line', ['named'], no),
});

/** One line more, if the limit allows: goes into the transaction that names the proxy. */
export const proxyTakes = (voteId: string, personId: string, no: number, most: number): TransactItem => {
  const update = change(voteId, personId, 'ADD #lines :line', ['lines'], no);
  return {
    Update: {
      ...update,
      ConditionExpression: 'attribute_not_exists(#lines) OR size(#lines) < :most OR contains(#lines, :no)',
      ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':no': no, ':most': most },
    },
  };
};

export const proxyEnds = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: change(voteId, personId, 'DELETE #lines :line', ['lines'], no),
});

/** A proxy is named for the line: held by name from now on, and not counted against the limit. */
export const proxyNamed = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: change(voteId, personId, 'ADD #named :line DELETE #lines :line', ['named', 'lines'], no),
});
