import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TableName, queryAll, queryPage, table } from '../platform/table';
import { keys, sortable } from '../platform/table-shape';
import type { Row } from './council-lists';

/** Writes or takes away one row of a list; the caller sees to it that the last to write is right. */
export const putListRow = async (row: Row): Promise<void> => {
  await table().send(new PutCommand({ TableName: TableName(), Item: row }));
};

export const removeListRow = async ({ pk, sk }: Row): Promise<void> => {
  await table().send(new DeleteCommand({ TableName: TableName(), Key: { pk, sk } }));
};

interface Ask {
  readonly list: string;
  readonly ownerId: string;
  readonly limit: number;
  readonly after?: Record<string, unknown> | undefined;
  readonly newestFirst?: boolean;
}

/** One page of a list. */
export const listedPage = async <S extends z.core.$ZodType>(
  schema: S,
  { list, ownerId, ...ask }: Ask,
): Promise<{ rows: z.output<S>[]; lastKey: Record<string, unknown> | undefined }> => {
  const page = await queryPage({ pk: keys.listOf(list, ownerId), ...ask });
  return { rows: page.items.map(({ row }) => z.parse(schema, row)), lastKey: page.lastKey };
};

/** Every row of a list since an instant; only for lists that are short by what they are. */
export const listedSince = async <S extends z.core.$ZodType>(
  schema: S,
  list: string,
  ownerId: string,
  since: number,
): Promise<z.output<S>[]> => {
  const items = await queryAll({ pk: keys.listOf(list, ownerId), between: [sortable(since), '~'] });
  return items.map(({ row }) => z.parse(schema, row));
};
