import { CheckState } from '@gongyi/shared/media/contract';
import { ShiftSeries } from '@gongyi/shared/volunteers/shift';
import * as z from 'zod/mini';
import { changeOnce, createOnce, getItem, queryAll } from '../platform/table';
import type { Item, Written } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Recurring shifts: under their team, due whenever the next dates want their shifts. */
export const SERIES_DUE = 'shift-series';

const Stored = z.extend(ShiftSeries, {
  /** What was said of the words, which all its shifts share. */
  wordsCheck: CheckState,
  placeName: z.string(),
  byName: z.string(),
  lastOp: z.optional(z.string()),
});
export type StoredSeries = z.output<typeof Stored>;
export const seriesOf = (item: Item): StoredSeries => z.parse(Stored, item);

const dueOf = (id: string, at: number) => keys.due(SERIES_DUE, at, id);

export const createSeries = (series: StoredSeries, opHash: string, dueAt: number): Promise<Written> =>
  createOnce({ ...keys.teamSeries(series.teamId, series.id), ...series, ...dueOf(series.id, dueAt), opHash });

export const findSeries = async (teamId: string, seriesId: string): Promise<StoredSeries | undefined> => {
  const item = await getItem(keys.teamSeries(teamId, seriesId), { consistent: true });
  return item && seriesOf(item);
};

export const seriesOfTeam = async (teamId: string): Promise<StoredSeries[]> => {
  const { pk, sk: prefix } = keys.teamSeries(teamId, '');
  return (await queryAll({ pk, prefix, consistent: true })).map(seriesOf);
};

/** Notes up to which date its shifts stand; it comes due again the next day, unless that was the last. */
export const noteMade = async (
  series: StoredSeries,
  madeUntil: string,
  finished: boolean,
  dueAt: number,
): Promise<void> => {
  const due = finished ? { duePk: undefined, dueSk: undefined } : dueOf(series.id, dueAt);
  await changeOnce({
    key: keys.teamSeries(series.teamId, series.id),
    set: { madeUntil, ...(finished ? { status: 'finished' } : {}), ...due },
    when: '#rev = :rev AND #status = :running',
    names: { '#rev': 'rev', '#status': 'status' },
    values: { ':rev': series.rev, ':running': 'running' },
    op: `made.${madeUntil}`,
  });
};

export const stopOnce = (series: StoredSeries, rev: number, op: string): Promise<Written> =>
  changeOnce({
    key: keys.teamSeries(series.teamId, series.id),
    set: { status: 'stopped', rev: rev + 1, duePk: undefined, dueSk: undefined },
    when: '#rev = :rev AND #status = :running',
    names: { '#rev': 'rev', '#status': 'status' },
    values: { ':rev': rev, ':running': 'running' },
    op,
  });
