import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { DAY } from '@gongyi/shared/kernel/time';
import { TableName, getItem, put, putNew, queryPage, table, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { pastConflicts } from '../platform/past-conflicts';
import { keys, sortable } from '../platform/table-shape';
import { StoredNotice } from './notice-item';

/**
 * Inboxes. A cause tells a person once: its ONCE row, the notice and the unread count are one transaction.
 * The count row also holds up to when the person has read; every write of it counts `rev` up.
 */
const KEEP_MS = 365 * DAY;
/** Longer than any stream record can be delivered again, failure queue included. */
const ONCE_MS = 90 * DAY;
const seconds = (instant: number): number => Math.ceil(instant / 1000);

const Row = z.object({
  count: z._default(z.int(), 0),
  readUntil: z._default(z.int(), 0),
  rev: z._default(z.int(), 0),
});

const rowOf = async (personId: string) =>
  z.parse(Row, (await getItem(keys.unread(personId), { consistent: true })) ?? {});

const countOneMore = (personId: string, at: number): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.unread(personId),
    UpdateExpression: 'ADD #count :one, #rev :one',
    // A notice dated before what the person has read up to would be counted but shown as read.
    ConditionExpression: 'attribute_not_exists(readUntil) OR readUntil < :at',
    ExpressionAttributeNames: { '#count': 'count', '#rev': 'rev' },
    ExpressionAttributeValues: { ':one': 1, ':at': at },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Puts a notice into an inbox, dated at the earliest now; false if its cause told this person before. */
export const deliver = async (
  personId: string,
  notice: Omit<StoredNotice, 'at' | 'expiresAt'>,
  now: number,
): Promise<boolean> => {
  for (let at = now; ;) {
    const written = await writeTogether([
      putNew({ ...keys.noticeOnce(personId, notice.causeId), at, expiresAt: seconds(at + ONCE_MS) }),
      put({ ...keys.notice(personId, at, notice.id), ...notice, at, expiresAt: seconds(at + KEEP_MS) }),
      countOneMore(personId, at),
    ]);
    if (written.done) return true;
    const [told, , read] = written.failed;
    if (told !== undefined) return false;
    at = z.parse(Row, read?.old ?? {}).readUntil + 1;
  }
};

export interface InboxPage {
  readonly notices: readonly StoredNotice[];
  readonly unread: number;
  readonly readUntil: number;
  readonly lastKey: Record<string, unknown> | undefined;
}

export const inboxPage = async (
  personId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
  now: number,
): Promise<InboxPage> => {
  const [page, { count, readUntil }] = await Promise.all([
    queryPage({ pk: keys.unread(personId).pk, prefix: 'N#', newestFirst: true, limit, after }),
    rowOf(personId),
  ]);
  const notices = page.items
    .map((item) => z.parse(StoredNotice, item))
    .filter(({ expiresAt }) => expiresAt * 1000 > now);
  return { notices, unread: count, readUntil, lastKey: page.lastKey };
};

const countAfter = async (personId: string, until: number): Promise<number> => {
  let count = 0;
  let after: Record<string, unknown> | undefined;
  do {
    const page = await table().send(
      new QueryCommand({
        TableName: TableName(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :low AND :high',
        ExpressionAttributeValues: {
          ':pk': keys.unread(personId).pk,
          ':low': `N#${sortable(until + 1)}`,
          ':high': 'N#~',
        },
        Select: 'COUNT',
        ConsistentRead: true,
        ExclusiveStartKey: after,
      }),
    );
    count += page.Count ?? 0;
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return count;
};

const writeRead = async (personId: string, until: number, count: number, seenRev: number): Promise<boolean> => {
  try {
    const write = () =>
      table().send(
        new UpdateCommand({
          TableName: TableName(),
          Key: keys.unread(personId),
          UpdateExpression: 'SET readUntil = :until, #count = :count, #rev = :next',
          ConditionExpression: seenRev === 0 ? 'attribute_not_exists(#rev)' : '#rev = :seen',
          ExpressionAttributeNames: { '#count': 'count', '#rev': 'rev' },
          ExpressionAttributeValues: {
            ':until': until,
            ':count': count,
            ':next': seenRev + 1,
            ...(seenRev === 0 ? {} : { ':seen': seenRev }),
          },
        }),
      );
    // Every delivery writes this row in a transaction.
    await pastConflicts(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

const TRIES = 10;

/** Everything dated up to `until` is read; answers how many are not. Reading never goes back. */
export const readUpTo = async (personId: string, until: number): Promise<number> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await rowOf(personId);
    if (until <= row.readUntil) return row.count;
    const count = await countAfter(personId, until);
    // A notice that came between changed `rev`: count again.
    if (await writeRead(personId, until, count, row.rev)) return count;
  }
  throw new Error('the inbox kept changing while it was read');
};
