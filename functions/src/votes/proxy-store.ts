import * as z from 'zod/mini';
import { TableName, getItem } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Lines a person votes for by authorisations: a set, so that its size is the limit and the write holds it. */
const Held = z.object({ lines: z.optional(z.set(z.number())) });

export const proxyLineNos = async (voteId: string, personId: string): Promise<number[]> => {
  const item = await getItem(keys.ballotProxy(voteId, personId), { consistent: true });
  return item === undefined ? [] : [...(z.parse(Held, item).lines ?? [])];
};

/** One line more, if the limit allows: goes into the transaction that names the proxy. */
export const proxyTakes = (voteId: string, personId: string, no: number, most: number): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.ballotProxy(voteId, personId),
    UpdateExpression: 'ADD #lines :line',
    ConditionExpression: 'attribute_not_exists(#lines) OR size(#lines) < :most OR contains(#lines, :no)',
    ExpressionAttributeNames: { '#lines': 'lines' },
    ExpressionAttributeValues: { ':line': new Set([no]), ':no': no, ':most': most },
  },
});

export const proxyEnds = (voteId: string, personId: string, no: number): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.ballotProxy(voteId, personId),
    UpdateExpression: 'DELETE #lines :line',
    ExpressionAttributeNames: { '#lines': 'lines' },
    ExpressionAttributeValues: { ':line': new Set([no]) },
  },
});
