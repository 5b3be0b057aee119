import { pointsFor } from '@gongyi/shared/volunteers/settings';
import type { HoursEntry } from '@gongyi/shared/volunteers/hours';
import * as z from 'zod/mini';
import { TableName, getItem, putNew, queryAll, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Points of a community that keeps them: a ledger of its own beside the hours, with a balance that no spending may
 * overdraw. Each entry of hours gives its points once.
 */
const Entry = z.object({
  communityId: z.string(),
  at: z.int(),
  points: z.int(),
  reason: z.string(),
  op: z.string(),
  opHash: z.optional(z.string()),
});
export type PointsEntry = z.output<typeof Entry>;
const Balance = z.object({ communityId: z.string(), balance: z.int() });

const addBalance = (volunteerId: string, communityId: string, points: number, atLeast?: number): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.points(volunteerId, communityId),
    UpdateExpression: 'SET communityId = :community ADD balance :points',
    ...(atLeast === undefined ? {} : { ConditionExpression: 'balance >= :least' }),
    ExpressionAttributeValues: {
      ':community': communityId,
      ':points': points,
      ...(atLeast === undefined ? {} : { ':least': atLeast }),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Points for an entry of hours, once. */
export const earnPoints = async (entry: HoursEntry, perHour: number): Promise<void> => {
  const points = pointsFor(entry.minutes, perHour);
  if (points === 0) return;
  const { id, volunteerId, communityId, at, title } = entry;
  await writeTogether([
    putNew({ ...keys.pointsEntry(volunteerId, communityId, at, id), communityId, at, points, reason: title, op: id }),
    addBalance(volunteerId, communityId, points),
  ]);
};

export const balanceOf = async (volunteerId: string, communityId: string): Promise<number> => {
  const balance = z.safeParse(Balance, await getItem(keys.points(volunteerId, communityId), { consistent: true }));
  return balance.success ? balance.data.balance : 0;
};

export type Spent = 'done' | 'short' | 'reused';

/** Spends points once, only if they are there. */
export const spendOnce = async (
  volunteerId: string,
  communityId: string,
  spent: {
    readonly points: number;
    readonly reason: string;
    readonly at: number;
    readonly op: string;
    readonly opHash: string;
  },
): Promise<Spent> => {
  const { points, reason, at, op, opHash } = spent;
  // Without its instant in the key: sent again a moment later, it is the same entry.
  const key = keys.pointsEntry(volunteerId, communityId, 0, op);
  const written = await writeTogether([
    putNew({ ...key, communityId, at, points: -points, reason, op, opHash }),
    addBalance(volunteerId, communityId, -points, points),
  ]);
  if (written.done) return 'done';
  const old = written.failed[0]?.old;
  if (old === undefined) return 'short';
  return old['opHash'] === opHash ? 'done' : 'reused';
};

/** Every community's balance and ledger, newest first. */
export const pointsOf = async (
  volunteerId: string,
): Promise<{ communityId: string; balance: number; entries: PointsEntry[] }[]> => {
  const { pk } = keys.volunteer(volunteerId);
  const items = await queryAll({ pk, prefix: 'POINTS#', consistent: true });
  const balances = items.filter((item) => item['balance'] !== undefined).map((item) => z.parse(Balance, item));
  const entries = items.filter((item) => item['balance'] === undefined).map((item) => z.parse(Entry, item));
  return balances.map(({ communityId, balance }) => ({
    communityId,
    balance,
    entries: entries.filter((entry) => entry.communityId === communityId).sort((a, b) => b.at - a.at),
  }));
};
