import { HoursEntry } from '@gongyi/shared/volunteers/hours';
import { startOfDay } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { putNew, queryAll } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { PREFIX, keys, sortable } from '../platform/table-shape';

/** The record of hours: entries are put and never written again. */
export const hoursOf = (item: Item): HoursEntry => z.parse(HoursEntry, item);
export const isHoursKey = (pk: string, sk: string): boolean =>
  pk.startsWith(PREFIX.volunteer) && sk.startsWith('HOURS#');

export const hoursWrite = (entry: HoursEntry, op: string, opHash?: string): TransactItem =>
  putNew({
    ...keys.hoursEntry(entry.volunteerId, entry.servedAt, entry.id),
    ...entry,
    op,
    ...(opHash === undefined ? {} : { opHash }),
  });

/** Entries whose service began in a stretch of time, newest first; all without one. */
export const hoursOfVolunteer = async (volunteerId: string, from = 0, until?: number): Promise<HoursEntry[]> => {
  const { pk } = keys.volunteer(volunteerId);
  const between: [string, string] = [
    `HOURS#${sortable(from)}`,
    until === undefined ? 'HOURS#~' : `HOURS#${sortable(until)}#~`,
  ];
  const items = await queryAll({ pk, between, newestFirst: true, consistent: true });
  return items.map(hoursOf);
};

/** From midnight of the first day to the last instant of the last, in Shanghai. */
export const daySpan = (from: string, until: string): { from: number; until: number } => ({
  from: startOfDay(Date.parse(`${from}T12:00:00+08:00`)),
  until: startOfDay(Date.parse(`${until}T12:00:00+08:00`)) + 86_400_000 - 1,
});
