import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ancestorOf } from '@gongyi/shared/district/place';
import { BookLine, bookLineOf } from '@gongyi/shared/requests/export-table';
import type { Request } from '@gongyi/shared/requests/request';
import * as z from 'zod/mini';
import { TableName, queryPage, table } from '../platform/table';
import { keys, sortable } from '../platform/table-shape';

/**
 * The book: a line for every request, whatever became of it, under its community and every organisation that
 * holds or held it. Lines never leave; a line only follows its request's revisions forward.
 */
const LIST = 'book';
const PAGE = 1000;

const ownersOf = ({ compoundId, holderId, firstHolderId, passedBy }: Request): string[] => [
  ...new Set([ancestorOf(compoundId, 'community') ?? compoundId, holderId, firstHolderId, ...passedBy]),
];

const putLine = async (ownerId: string, request: Request): Promise<void> => {
  const { rev, filedAt, id } = request;
  const Item = { ...bookLineOf(request), rev, ...keys.listRow(LIST, ownerId, filedAt, id) };
  const ConditionExpression = 'attribute_not_exists(#rev) OR #rev <= :rev';
  const names = { ExpressionAttributeNames: { '#rev': 'rev' }, ExpressionAttributeValues: { ':rev': rev } };
  try {
    await table().send(new PutCommand({ TableName: TableName(), Item, ConditionExpression, ...names }));
  } catch (error) {
    // A newer revision stands there already.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

export const putInBook = async (request: Request): Promise<void> => {
  await Promise.all(ownersOf(request).map((ownerId) => putLine(ownerId, request)));
};

/** Lines filed in a period, oldest first; undefined if there are more than `most`. */
export const bookBetween = async (
  ownerId: string,
  from: number,
  until: number,
  most: number,
): Promise<BookLine[] | undefined> => {
  const found: BookLine[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const between = [sortable(from), `${sortable(until)}#~`] as const;
    const page = await queryPage({ pk: keys.listOf(LIST, ownerId), between, limit: PAGE, after });
    found.push(...page.items.map((item) => z.parse(BookLine, item)));
    if (found.length > most) return undefined;
    after = page.lastKey;
  } while (after !== undefined);
  return found;
};
