import { setTimeout as sleep } from 'node:timers/promises';
import {
  DynamoDBClient,
  TransactionCanceledException,
  ConditionalCheckFailedException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { env } from './env';
import { pastConflicts } from './past-conflicts';
import type { Key } from './table-shape';

/** An item as read: stores parse it with the slice's schema before anyone uses it. */
export type Item = Record<string, unknown>;
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

let client: DynamoDBDocumentClient | undefined;
export const table = (): DynamoDBDocumentClient => {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
  return client;
};

export const TableName = (): string => env().TABLE_NAME;

export const getItem = async (key: Key, options: { consistent?: boolean } = {}): Promise<Item | undefined> => {
  const { Item: item } = await table().send(
    new GetCommand({ TableName: TableName(), Key: key, ConsistentRead: options.consistent ?? false }),
  );
  return item;
};

/** Many items at once, in no order; asks again for what the engine left unread. */
export const getItems = async (wanted: readonly Key[], options: { consistent?: boolean } = {}): Promise<Item[]> => {
  const found: Item[] = [];
  let rest: Record<string, unknown>[] = wanted.map((key) => ({ ...key }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt > 0) await sleep(Math.min(1000, 20 * 2 ** attempt));
    const batch = rest.slice(0, 100);
    const answer = await table().send(
      new BatchGetCommand({
        RequestItems: { [TableName()]: { Keys: batch, ConsistentRead: options.consistent ?? false } },
      }),
    );
    found.push(...(answer.Responses?.[TableName()] ?? []));
    rest = [...(answer.UnprocessedKeys?.[TableName()]?.Keys ?? []), ...rest.slice(100)];
  }
  return found;
};

export interface QuerySpec {
  readonly pk: string;
  /** Sort keys beginning with this. */
  readonly prefix?: string;
  /** Sort keys in this range, both ends included. */
  readonly between?: readonly [string, string];
  readonly index?: { readonly name: string; readonly pk: string; readonly sk: string };
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly after?: Record<string, unknown> | undefined;
  readonly consistent?: boolean;
}

export interface QueryPage {
  readonly items: Item[];
  readonly lastKey: Record<string, unknown> | undefined;
}

/** One page of one partition. */
export const queryPage = async (spec: QuerySpec): Promise<QueryPage> => {
  const pkName = spec.index?.pk ?? 'pk';
  const skName = spec.index?.sk ?? 'sk';
  const range = spec.between
    ? { text: ' AND #sk BETWEEN :low AND :high', values: { ':low': spec.between[0], ':high': spec.between[1] } }
    : spec.prefix === undefined
      ? { text: '', values: {} }
      : { text: ' AND begins_with(#sk, :prefix)', values: { ':prefix': spec.prefix } };
  const answer = await table().send(
    new QueryCommand({
      TableName: TableName(),
      IndexName: spec.index?.name,
      KeyConditionExpression: `#pk = :pk${range.text}`,
      ExpressionAttributeNames: { '#pk': pkName, ...(range.text === '' ? {} : { '#sk': skName }) },
      ExpressionAttributeValues: { ':pk': spec.pk, ...range.values },
      ScanIndexForward: !(spec.newestFirst ?? false),
      Limit: spec.limit,
      ExclusiveStartKey: spec.after,
      ConsistentRead: spec.consistent,
    }),
  );
  return { items: answer.Items ?? [], lastKey: answer.LastEvaluatedKey };
};

/** Every item of a partition's range; only for ranges that are bounded by what they are. */
export const queryAll = async (spec: QuerySpec): Promise<Item[]> => {
  const items: Item[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await queryPage({ ...spec, after });
    items.push(...page.items);
    after = page.lastKey;
  } while (after !== undefined);
  return items;
};

/** Writes items whatever stood there before, many at once; sends again what the engine left unwritten. */
export const putAll = async (items: readonly (Item & Key)[]): Promise<void> => {
  let rest: Item[] = [...items];
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt > 0) await sleep(Math.min(1000, 5 * attempt));
    const answer = await table().send(
      new BatchWriteCommand({
        RequestItems: { [TableName()]: rest.slice(0, 25).map((item) => ({ PutRequest: { Item: item } })) },
      }),
    );
    const left = (answer.UnprocessedItems?.[TableName()] ?? []).map((write): Item => write.PutRequest?.Item ?? {});
    rest = [...left, ...rest.slice(25)];
    if (left.length === 0) attempt = -1;
  }
};

export type Written =
  { readonly done: true; readonly item?: Item } | { readonly done: false; readonly old: Item | undefined };

/**
 * Creates an item whose id is derived from its maker's operation. Done also when it is there already
 * by the same operation with the same input (`opHash`): a retry of one's own committed write.
 */
export const createOnce = async (item: Item & Key & { readonly opHash: string }): Promise<Written> => {
  try {
    await pastConflicts(() =>
      table().send(
        new PutCommand({
          TableName: TableName(),
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return { done: true, item };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const old = error.Item === undefined ? undefined : unmarshall(error.Item);
    return old?.['opHash'] === item.opHash ? { done: true, item: old } : { done: false, old };
  }
};

export interface Change {
  readonly key: Key;
  /** Attributes to set; undefined ones are removed. */
  readonly set: Readonly<Record<string, unknown>>;
  /** The rule, as a condition over `#name` and `:value`s of `names` and `values`. */
  readonly when: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
  /** The operation's id: written as `lastOp`, so that a retry knows its own write. */
  readonly op: string;
}

const updateInput = (change: Change) => {
  const names: Record<string, string> = { ...change.names, '#lastOp': 'lastOp' };
  const values: Record<string, unknown> = { ...change.values, ':lastOp': change.op };
  const sets = ['#lastOp = :lastOp'];
  const removes: string[] = [];
  Object.entries(change.set).forEach(([name, value], index) => {
    names[`#s${String(index)}`] = name;
    if (value === undefined) removes.push(`#s${String(index)}`);
    else {
      values[`:s${String(index)}`] = value;
      sets.push(`#s${String(index)} = :s${String(index)}`);
    }
  });
  return {
    TableName: TableName(),
    Key: change.key,
    UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    ConditionExpression: change.when,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
};

/** One conditional update. `done: false` carries the old item, which names the cause. */
export const changeOnce = async (change: Change): Promise<Written> => {
  try {
    const answer = await pastConflicts(() =>
      table().send(new UpdateCommand({ ...updateInput(change), ReturnValues: 'ALL_NEW' })),
    );
    return answer.Attributes === undefined ? { done: true } : { done: true, item: answer.Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const old = error.Item === undefined ? undefined : unmarshall(error.Item);
    return old?.['lastOp'] === change.op ? { done: true, item: old } : { done: false, old };
  }
};

export const updateOf = (change: Change): TransactItem => ({ Update: updateInput(change) });
export const putNew = (item: Item & Key): TransactItem => ({
  Put: {
    TableName: TableName(),
    Item: item,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
export const put = (item: Item & Key): TransactItem => ({ Put: { TableName: TableName(), Item: item } });
/** A rule about an item that this transaction does not write. */
export const check = (rule: Pick<Change, 'key' | 'when' | 'names' | 'values'>): TransactItem => ({
  ConditionCheck: {
    TableName: TableName(),
    Key: rule.key,
    ConditionExpression: rule.when,
    ...(rule.names ? { ExpressionAttributeNames: rule.names } : {}),
    ...(rule.values ? { ExpressionAttributeValues: rule.values } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
export const remove = (key: Key): TransactItem => ({ Delete: { TableName: TableName(), Key: key } });

/** Why a transaction did not happen: one entry a write, in order; `undefined` where that write was fine. */
export type Together =
  | { readonly done: true }
  | { readonly done: false; readonly failed: readonly ({ readonly old: Item | undefined } | undefined)[] };

const CONFLICT_TRIES = 8;

/**
 * Writes that must be together. A conflict with another transaction is waited out and tried again;
 * failed conditions are answered with the old items.
 */
export const writeTogether = async (items: readonly TransactItem[], token?: string): Promise<Together> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await table().send(
        new TransactWriteCommand({
          TransactItems: [...items],
          ...(token ? { ClientRequestToken: token.slice(0, 36) } : {}),
        }),
      );
      return { done: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some((reason) => reason.Code === 'ConditionalCheckFailed')) {
        return {
          done: false,
          failed: reasons.map((reason) =>
            reason.Code === 'ConditionalCheckFailed'
              ? { old: reason.Item === undefined ? undefined : unmarshall(reason.Item) }
              : undefined,
          ),
        };
      }
      const passing = reasons.some(
        (reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError',
      );
      if (!passing || attempt >= CONFLICT_TRIES) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
};
