import { within } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { pastConflicts } from '../platform/past-conflicts';
import { LINES_A_BUCKET, bucketOf, keys } from '../platform/table-shape';
import { TableName, check, getItem, getItems, queryAll, queryPage, table } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { LineHomeItem, headOf, lineOf } from './ballot-item';
import type { BallotLine, StoredBallot, BallotHead } from './ballot-item';
import { byDoor } from './roll-plan';

/** Reads of a vote's ballots, and the one write that casts. */
export const findHead = async (
  voteId: string,
  options: { consistent?: boolean } = {},
): Promise<BallotHead | undefined> => {
  const item = await getItem(keys.ballotHead(voteId), options);
  return item && headOf(item);
};

/** Nobody has begun to make its ballots: goes into the transaction of what must come before. */
export const noHead = (voteId: string): TransactItem =>
  check({ key: keys.ballotHead(voteId), when: 'attribute_not_exists(pk)' });

/** Not before a vote opens are there lines. */
export const findLine = async (voteId: string, no: number): Promise<BallotLine | undefined> => {
  const item = await getItem(keys.ballotLine(voteId, no), { consistent: true });
  return item && lineOf(item);
};

export interface WholeLine {
  readonly line: BallotLine;
  readonly homes: readonly LineHomeItem[];
}

const isLineKey = (sk: unknown): boolean => typeof sk === 'string' && /^LINE#\d+$/.test(sk);
/** Sort key of the line that an item belongs to. */
const skOfLine = (item: Item | undefined): string | undefined => String(item?.['sk']).split('#HOME#', 1)[0];

/** A line's items, which lie one after another: itself, then its homes. While a vote opens, homes may lie there alone. */
const wholeOf = ([item, ...homes]: readonly Item[]): WholeLine | undefined =>
  item === undefined || !isLineKey(item['sk'])
    ? undefined
    : { line: lineOf(item), homes: homes.map((one) => z.parse(LineHomeItem, one)).sort(byDoor) };

/** A line with its homes. */
export const findWholeLine = async (voteId: string, no: number): Promise<WholeLine | undefined> =>
  wholeOf(await queryAll({ ...keys.ballotLineWhole(voteId, no), consistent: true }));

const LINES_AT_ONCE = 16;

/** These lines with their homes, in the order asked. */
export const wholeLinesAt = async (voteId: string, nos: readonly number[]): Promise<WholeLine[]> => {
  const lines: WholeLine[] = [];
  for (let at = 0; at < nos.length; at += LINES_AT_ONCE) {
    const part = await Promise.all(nos.slice(at, at + LINES_AT_ONCE).map((no) => findWholeLine(voteId, no)));
    lines.push(...part.filter((whole) => whole !== undefined));
  }
  return lines;
};

/** Line numbers of these homes, as far as they are in the vote; each once. */
export const lineNosOf = async (voteId: string, homeIds: readonly string[]): Promise<number[]> => {
  if (homeIds.length === 0) return [];
  const items = await getItems(homeIds.map((homeId) => keys.ballotHome(voteId, homeId)));
  return [...new Set(items.map((item) => Number(item['no'])))].sort((a, b) => a - b);
};

/** Line numbers of the heads for whose owners the frozen roll has the number of this keyed hash. */
export const ownedLineNos = async (voteId: string, phoneHash: string): Promise<number[]> =>
  (await queryAll({ ...keys.ballotOwned(voteId, phoneHash), consistent: true })).map((item) => Number(item['no']));

/** All lines of a bucket, without their homes. */
export const linesOfBucket = async (voteId: string, bucket: number): Promise<BallotLine[]> => {
  const items = await queryAll({ ...keys.ballotLines(voteId, bucket), consistent: true });
  return items.filter((item) => isLineKey(item['sk'])).map(lineOf);
};

/** What a reader of many lines asks for at once. */
const ITEMS_A_READ = 1000;

/** A bucket's items from a line on, those of one line together; read as they are wanted, `few` at first. */
async function* itemsByLine(voteId: string, from: number, few: number): AsyncGenerator<Item[]> {
  let items: Item[] = [];
  let after: Record<string, unknown> | undefined;
  let limit = few;
  do {
    const page = await queryPage({ ...keys.ballotLinesFrom(voteId, from), limit, after, consistent: true });
    for (const item of page.items) {
      // Only where another line begins is one whole: a page may end among its homes.
      if (items.length > 0 && skOfLine(item) !== skOfLine(items[0])) {
        yield items;
        items = [];
      }
      items.push(item);
    }
    after = page.lastKey;
    limit = ITEMS_A_READ;
  } while (after !== undefined);
  if (items.length > 0) yield items;
}

/** All lines after this number, each with its homes; who wants few of them says of how many items they will be. */
export async function* wholeLines(
  head: Pick<BallotHead, 'voteId' | 'lines'>,
  after = 0,
  few = ITEMS_A_READ,
): AsyncGenerator<WholeLine> {
  const first = bucketOf(after + 1);
  for (const bucket of bucketsOf(head).filter((one) => one >= first)) {
    for await (const items of itemsByLine(head.voteId, Math.max(after + 1, bucket * LINES_A_BUCKET), few)) {
      const whole = wholeOf(items);
      if (whole !== undefined) yield whole;
    }
  }
}

/** Buckets of a roll of this many lines; they are numbered from 1. */
export const bucketsOf = ({ lines }: Pick<BallotHead, 'lines'>): number[] =>
  Array.from({ length: Math.floor(lines / LINES_A_BUCKET) + 1 }, (_, index) => index);

export const homesPage = async (voteId: string, limit: number, after: Record<string, unknown> | undefined) =>
  queryPage({ pk: keys.ballotHomes(voteId), limit, after, consistent: true });

export interface Cast {
  readonly voteId: string;
  readonly no: number;
  readonly elector: string;
  /** The version that its elector saw: 0 for the first ballot. */
  readonly seen: number;
  readonly ballot: Omit<StoredBallot, 'commitment' | 'way'> & { readonly commitment: Uint8Array };
}

export type CastWritten =
  { readonly done: true; readonly line: BallotLine } | { readonly done: false; readonly line: BallotLine | undefined };

/** As many ballots as one line may have where a change is allowed: all stand in the line until they are logged. */
export const MOST_VERSIONS = 6;

const FREE = 'attribute_not_exists(#sealed) AND attribute_not_exists(returnedAt) AND elector = :me';
const FIRST = `${FREE} AND attribute_not_exists(ballot)`;
const NEXT = `${FREE} AND ballotVersion = :seen AND ballotVersion < :most`;

/**
 * The one write of a cast: the line's ballot, if it is the elector's to give and has not been given. A condition
 * that fails answers the line as it stands.
 */
export const castOnce = async ({ voteId, no, elector, seen, ballot }: Cast): Promise<CastWritten> => {
  try {
    const { Attributes } = await pastConflicts(() =>
      table().send(
        new UpdateCommand({
          TableName: TableName(),
          Key: keys.ballotLine(voteId, no),
          UpdateExpression:
            'SET ballot = :ballot, ballotVersion = :version, commitments = list_append(if_not_exists(commitments, :none), :commitment)',
          ConditionExpression: seen === 0 ? FIRST : NEXT,
          ExpressionAttributeNames: { '#sealed': 'sealed' },
          ExpressionAttributeValues: {
            ':ballot': { ...ballot, way: 'phone' },
            ':version': seen + 1,
            ':none': [],
            ':commitment': [ballot.commitment],
            ':me': elector,
            ...(seen === 0 ? {} : { ':seen': seen, ':most': MOST_VERSIONS }),
          },
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return { done: true, line: lineOf(Attributes ?? {}) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { done: false, line: error.Item === undefined ? undefined : lineOf(unmarshall(error.Item)) };
  }
};

/** Homes at or below a place, each with its line. */
export const nosBelow = async (
  voteId: string,
  placeId: string,
): Promise<{ readonly homeId: string; readonly no: number }[]> => {
  const items = await queryAll({ pk: keys.ballotHomes(voteId), prefix: placeId, consistent: true });
  return items
    .map((item) => ({ homeId: String(item['homeId']), no: Number(item['no']) }))
    .filter(({ homeId }) => within(homeId, placeId));
};

/** These lines, in no order. */
export const linesAt = async (voteId: string, nos: readonly number[]): Promise<BallotLine[]> => {
  if (nos.length === 0) return [];
  const items = await getItems(
    nos.map((no) => keys.ballotLine(voteId, no)),
    { consistent: true },
  );
  return items.map(lineOf);
};
