import * as z from 'zod/mini';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { log } from './log';
import { TABLE_SHAPE, dueBucket, dueCursorKey, dueDay, sortable } from './table-shape';
import type { Key } from './table-shape';
import { TableName, getItem, queryPage, table } from './table';

/** An item that fell due. It leaves the index only by the write that handles it, conditional on `dueSk`. */
export interface Due {
  readonly key: Key;
  readonly dueSk: string;
  readonly dueAt: number;
}

const [, DUE_INDEX] = TABLE_SHAPE.indexes;
const Row = z.object({ pk: z.string(), sk: z.string(), dueSk: z.string() });
const Cursor = z.object({ bucket: z.int() });
/** The index follows the table by a moment, and clocks differ: a day is closed this long after its end. */
const LATE_MS = 10 * MINUTE;

/** One item that cannot be handled must not keep the others waiting; it stays due and is tried every minute. */
const handleOne = async (kind: string, due: Due, handle: (due: Due) => Promise<void>): Promise<void> => {
  try {
    await handle(due);
  } catch (error) {
    log.error('due item not handled', { kind, name: error instanceof Error ? error.name : typeof error });
  }
};

const walkBucket = async (
  kind: string,
  bucket: number,
  now: number,
  handle: (due: Due) => Promise<void>,
): Promise<boolean> => {
  let after: Record<string, unknown> | undefined;
  let clean = true;
  do {
    const page = await queryPage({
      pk: dueBucket(kind, bucket),
      index: DUE_INDEX,
      // `~` sorts after every id, so that what is due at this very instant is within.
      between: [sortable(0), `${sortable(now)}#~`],
      limit: 50,
      after,
    });
    for (const item of page.items) {
      const { pk, sk, dueSk } = z.parse(Row, item);
      clean = false;
      await handleOne(kind, { key: { pk, sk }, dueSk, dueAt: Number(dueSk.slice(0, 15)) }, handle);
    }
    after = page.lastKey;
  } while (after !== undefined);
  return clean;
};

/** Moves the walk's start forward only; another walker may have moved it further. */
const moveCursor = async (kind: string, bucket: number): Promise<void> => {
  try {
    await table().send(
      new PutCommand({
        TableName: TableName(),
        Item: { ...dueCursorKey(kind), bucket },
        // `bucket` is a reserved word of the expression language.
        ConditionExpression: 'attribute_not_exists(#bucket) OR #bucket < :bucket',
        ExpressionAttributeNames: { '#bucket': 'bucket' },
        ExpressionAttributeValues: { ':bucket': bucket },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

/**
 * Hands every item of `kind` that is due at `now` to `handle`, oldest first, from the oldest day not yet
 * finished. A day is finished when it was found empty some minutes after its end; so nothing may be made
 * due in the past by more than that. Several may walk at once.
 */
export const walkDue = async (kind: string, now: number, handle: (due: Due) => Promise<void>): Promise<void> => {
  const stored = z.safeParse(Cursor, await getItem(dueCursorKey(kind), { consistent: true }));
  let finished = dueDay(stored.success ? stored.data.bucket : now - DAY);
  const noted = finished;
  for (let bucket = finished; bucket <= now; bucket += DAY) {
    const clean = await walkBucket(kind, bucket, now, handle);
    if (clean && bucket === finished && bucket + DAY + LATE_MS <= now) finished += DAY;
  }
  if (finished > noted) await moveCursor(kind, finished);
};
