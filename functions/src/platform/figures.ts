import { TableName } from './table';
import type { TransactItem } from './table';
import { keys } from './table-shape';

/** Adds to figures of a scope: in one transaction with the row that says they were counted, never by itself. */
export const addFigures = (scopeId: string, name: string, sums: Readonly<Record<string, number>>): TransactItem => {
  const names = Object.keys(sums);
  return {
    Update: {
      TableName: TableName(),
      Key: keys.figure(scopeId, name),
      UpdateExpression: `ADD ${names.map((_, i) => `#f${String(i)} :f${String(i)}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((figure, i) => [`#f${String(i)}`, figure])),
      ExpressionAttributeValues: Object.fromEntries(names.map((figure, i) => [`:f${String(i)}`, sums[figure] ?? 0])),
    },
  };
};
