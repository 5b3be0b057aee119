import type { Count, Figure } from '@gongyi/shared/requests/figures';
import { FIGURES } from '@gongyi/shared/requests/figures';
import { startOfDay, isoDate } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { addFigures } from '../platform/figures';
import { PREFIX, keys } from '../platform/table-shape';
import { TableName, getItem, putNew, queryAll, writeTogether } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';

/**
 * Figures: per organisation and Shanghai day what steps add up to, and what it has in hand now. Each step is
 * added once: its own `COUNTED#` row and the additions are one transaction.
 */
const dayName = (day: string): string => `requests#${day}`;

/** Adds a step's counts once, however often it is told. */
export const countStep = async (
  requestId: string,
  rev: number,
  counts: readonly Omit<Count, 'figure'>[] & readonly { readonly figure: string }[],
): Promise<void> => {
  const rows = new Map<string, { organisationId: string; day: string; sums: Record<string, number> }>();
  for (const { organisationId, day, figure, by } of counts) {
    const id = `${organisationId} ${day}`;
    const row = rows.get(id) ?? { organisationId, day, sums: {} };
    row.sums[figure] = (row.sums[figure] ?? 0) + by;
    rows.set(id, row);
  }
  await writeTogether([
    putNew(keys.counted(requestId, `step#${String(rev)}`)),
    ...[...rows.values()].map(({ organisationId, day, sums }) => addFigures(organisationId, dayName(day), sums)),
  ]);
};

/** Sums of an organisation's days from that of `from` to that of `until`, both included. */
export const sumsOf = async (organisationId: string, from: number, until: number): Promise<Record<Figure, number>> => {
  const items = await queryAll({
    pk: `${PREFIX.figure}${organisationId}`,
    between: [dayName(isoDate(from)), dayName(isoDate(until))],
  });
  const sum = (figure: Figure): number => items.reduce((total, item) => total + Number(item[figure] ?? 0), 0);
  const sums: Record<string, number> = {};
  for (const figure of FIGURES) sums[figure] = sum(figure);
  return { ...zero, ...sums };
};

const zero: Record<Figure, number> = {
  answeredInTime: 0,
  firstAnswersDue: 0,
  promisesKept: 0,
  promisesDue: 0,
  confirmed: 0,
  outcomesAnswered: 0,
  satisfied: 0,
  satisfactionAnswered: 0,
  unanswered: 0,
};

/** The Shanghai midnight that begins the last `days` days, today included. */
export const daysBefore = (now: number, days: number): number => startOfDay(now) - (days - 1) * 86_400_000;

/** What one request adds to its holder's work in hand. */
export interface InHand {
  readonly organisationId: string;
  readonly open: number;
  readonly fresh: number;
  readonly paused: number;
  readonly overdue: number;
}
const HELD = ['open', 'fresh', 'paused', 'overdue'] as const;
const QUEUE = 'queue';

const nothing = { open: 0, fresh: 0, paused: 0, overdue: 0 };
const Held = z.object({
  organisationId: z._default(z.string(), ''),
  open: z._default(z.int(), 0),
  fresh: z._default(z.int(), 0),
  paused: z._default(z.int(), 0),
  overdue: z._default(z.int(), 0),
});
const inHandIn = (item: Item | undefined): InHand =>
  item === undefined ? { organisationId: '', ...nothing } : z.parse(Held, item);

export const inHandOf = async (organisationId: string): Promise<InHand> =>
  inHandIn(await getItem(keys.figure(organisationId, QUEUE)));

const differences = (before: InHand, after: InHand): [string, Record<string, number>][] => {
  const sums = new Map<string, Record<string, number>>();
  for (const [one, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const row = sums.get(one.organisationId) ?? {};
    for (const name of HELD) row[name] = (row[name] ?? 0) + sign * one[name];
    sums.set(one.organisationId, row);
  }
  return [...sums].filter(([id, row]) => id !== '' && Object.values(row).some((by) => by !== 0));
};

/**
 * Advances what a request of revision `rev` adds to its holder's work in hand, if that is newer than what
 * was counted; false when another was faster and it must be tried again.
 */
export const countInHand = async (requestId: string, rev: number, inHand: InHand): Promise<boolean> => {
  const key = keys.counted(requestId, QUEUE);
  const counted = await getItem(key, { consistent: true });
  if (counted !== undefined && Number(counted['rev']) >= rev) return true;
  const advance: TransactItem = {
    Put: {
      TableName: TableName(),
      Item: { ...key, ...inHand, rev },
      ConditionExpression: counted === undefined ? 'attribute_not_exists(pk)' : '#rev = :seen',
      ...(counted === undefined
        ? {}
        : { ExpressionAttributeNames: { '#rev': 'rev' }, ExpressionAttributeValues: { ':seen': counted['rev'] } }),
    },
  };
  const changes = differences(inHandIn(counted), inHand).map(([id, sums]) => addFigures(id, QUEUE, sums));
  return (await writeTogether([advance, ...changes])).done;
};
