import { numberOf } from '@gongyi/shared/kernel/number';
import { DAY } from '@gongyi/shared/kernel/time';
import { seriesAheadOf, seriesDates, slotsOn, windowOn } from '@gongyi/shared/volunteers/shift-rules';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { derivedId } from '../platform/idempotency';
import { writeTogether } from '../platform/table';
import type { Due } from '../platform/due-walk';
import { PREFIX } from '../platform/table-shape';
import { ofTeam } from './make-shift';
import { UNBEGUN, findTeam } from './record-store';
import { shiftBegins } from './shift-writes';
import { findSeries, noteMade } from './series-store';
import type { StoredSeries } from './series-store';
import type { Team } from '@gongyi/shared/volunteers/team';

/** A shift's id is made of its series and date, so that a date never has two. */
export const shiftIdOn = (seriesId: string, date: string): string => derivedId('series', seriesId, date);

/** The shift of a series on a date. */
const shiftOn = (series: StoredSeries, team: Team, date: string, now: number): Shift => {
  const id = shiftIdOn(series.id, date);
  const slots = slotsOn(series, date);
  const { title, words, spot, meeting, bring, placeId, placeName, point, madeById } = series;
  return {
    ...ofTeam(team),
    ...UNBEGUN,
    id,
    number: numberOf(id, now),
    status: 'open',
    title,
    words,
    spot,
    meeting,
    ...(bring === undefined ? {} : { bring }),
    wordsCheck: series.wordsCheck === 'clear' ? 'clear' : 'pending',
    seriesId: series.id,
    placeId,
    placeName,
    ...(point === undefined ? {} : { point }),
    slots,
    ...windowOn(series, slots),
    madeAt: now,
    madeById,
  };
};

/** Makes the shifts of a series that should stand at `now`, each once. */
export const makeSeriesShifts = async (series: StoredSeries, now: number): Promise<void> => {
  const team = await findTeam(series.teamId);
  if (series.status !== 'running' || team?.status !== 'active') return;
  const ahead = seriesAheadOf(now);
  for (const date of seriesDates(series.rule, series.madeUntil, ahead)) {
    const shift = shiftOn(series, team, date, now);
    if (shift.slots.some(({ startsAt }) => startsAt <= now)) continue;
    const maker = { personId: series.madeById, as: 'leader', name: series.byName };
    const doing = { maker, op: shift.id, now };
    await writeTogether(shiftBegins(shift, doing, series.wordsCheck === 'clear'));
  }
  const finished = ahead >= series.rule.until;
  await noteMade(series, finished ? series.rule.until : ahead, finished, now + DAY);
};

/** The clock's part: a series whose next dates want their shifts. */
export const handleSeriesDue = async ({ key }: Due, now: number): Promise<void> => {
  const series = await findSeries(key.pk.slice(PREFIX.team.length), key.sk.slice('SERIES#'.length));
  if (series !== undefined) await makeSeriesShifts(series, now);
};
