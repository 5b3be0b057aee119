import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TableName, queryAll, queryPage, table } from './table';
import { keys, sortable } from './table-shape';
import type { Key } from './table-shape';

/** A row of a list that the stream keeps: where it lies, and what it shows. */
export type Row = Key & { readonly row: unknown };

export const putListRow = async (row: Row): Promise<void> => {
  await table().send(new PutCommand({ TableName: TableName(), Item: row }));
};

const removeListRow = async ({ pk, sk }: Row): Promise<void> => {
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

/** What rows follow, as it stands now. */
export interface Standing {
  /** The same while nothing changed. */
  readonly state: string;
  readonly rows: readonly Row[];
}

const placeOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;
const TRIES = 5;
const AT_ONCE = 25;

const each = async (rows: readonly Row[], write: (row: Row) => Promise<void>): Promise<void> => {
  for (let at = 0; at < rows.length; at += AT_ONCE) await Promise.all(rows.slice(at, at + AT_ONCE).map(write));
};

/**
 * Keeps the rows of one thing. What a change says (`earlier`: the rows it had before and after) is only the
 * occasion: the rows follow the thing as it stands, read again until it stood still, so that any order of
 * deliveries ends the same.
 */
export const keepRows = async (earlier: readonly Row[], read: () => Promise<Standing | undefined>): Promise<void> => {
  const before = new Map(earlier.map((row) => [placeOf(row), row]));
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = await read();
    if (now === undefined) return;
    const wanted = new Set(now.rows.map(placeOf));
    const gone = [...before].filter(([place]) => !wanted.has(place)).map(([, row]) => row);
    await each(now.rows, putListRow);
    await each(gone, removeListRow);
    if ((await read())?.state === now.state) return;
    // Rows of a state that passed while they were written must go too.
    now.rows.forEach((row) => before.set(placeOf(row), row));
  }
  throw new Error('what the lists follow did not stand still');
};
