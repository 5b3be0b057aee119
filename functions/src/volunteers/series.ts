import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import type {
  SeriesView,
  listSeries as listRoute,
  makeSeries as makeRoute,
  stopSeries as stopRoute,
} from '@gongyi/shared/volunteers/contract';
import { checkSeries, checkTimes, seriesDates, slotsOn, windowOn } from '@gongyi/shared/volunteers/shift-rules';
import { listedSince } from '../platform/list-rows';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { TEAM_SHIFTS } from './lists';
import { placeForTeam, teamToLead } from './make-shift';
import { findTeam } from './record-store';
import { makeSeriesShifts, shiftIdOn } from './series-shifts';
import { createSeries, findSeries, seriesOfTeam, stopOnce } from './series-store';
import type { StoredSeries } from './series-store';
import { ListedShift } from './shift-row';
import { leads } from './standing';

const viewSeries = async (series: StoredSeries, now: number): Promise<SeriesView> => {
  const shifts = await listedSince(ListedShift, TEAM_SHIFTS, series.teamId, now);
  const ids = new Set(shifts.filter(({ status }) => status === 'open').map(({ id }) => id));
  const upcoming = countOf(series, ids, now);
  const { madeById: _maker, wordsCheck: _check, placeName: _place, byName: _name, lastOp: _op, ...view } = series;
  return { ...view, upcoming };
};

/** How many of a team's open shifts are this series' own, by the ids its dates have. */
const countOf = (series: StoredSeries, open: ReadonlySet<string>, now: number): number => {
  const until = series.madeUntil ?? series.rule.from;
  return seriesDates(series.rule, undefined, until).filter(
    (date) => open.has(shiftIdOn(series.id, date)) && slotsOn(series, date).some(({ endsAt }) => endsAt > now),
  ).length;
};

/** The first date's times, as a shift's are checked; a window that opened before counts as open. */
const wrongTimes = (body: RouteInput<typeof makeRoute>['body'], now: number): Refusal | undefined => {
  const wrong = checkSeries(body.rule, now);
  if (wrong !== undefined) return wrong;
  const dates = seriesDates(body.rule, undefined, body.rule.until);
  const date = dates.find((one) => slotsOn(body, one).every(({ startsAt }) => startsAt > now));
  if (date === undefined) return refuse('shift-times-invalid', { problem: 'no-dates' });
  const slots = slotsOn(body, date);
  const wrongTime = checkTimes({ slots, ...windowOn(body, slots) }, now);
  return wrongTime?.facts['problem'] === 'too-far' ? undefined : wrongTime;
};

/** Calls a recurring shift; the shifts of its first four weeks are made at once. */
export const makeSeries = async (
  { params: { teamId }, body }: RouteInput<typeof makeRoute>,
  call: Call,
): Promise<SeriesView | Refusal> => {
  const { who, now, op, opHash } = call;
  const team = await teamToLead(teamId, call);
  if (isRefusal(team)) return team;
  const earlier = await findSeries(teamId, op);
  const wrong = earlier === undefined ? wrongTimes(body, now) : undefined;
  if (wrong !== undefined) return wrong;
  const placeName = await placeForTeam(team, body.placeId);
  if (isRefusal(placeName)) return placeName;
  const byName = maskName((await namesOf([who.personId])).get(who.personId));
  const series: StoredSeries = {
    ...body,
    id: op,
    rev: 1,
    teamId,
    status: 'running',
    madeAt: now,
    madeById: who.personId,
    wordsCheck: 'pending',
    placeName,
    byName,
  };
  if (!(await createSeries(series, opHash, now + DAY)).done) return refuse('key-reused');
  const stored = await findSeries(teamId, op);
  if (stored === undefined) throw new Error('a series was not written');
  if (stored.madeUntil === undefined) await makeSeriesShifts(stored, now);
  return viewSeries((await findSeries(teamId, op)) ?? stored, now);
};

/** A team's recurring shifts. */
export const listSeries = async (
  { params: { teamId } }: RouteInput<typeof listRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const team = await findTeam(teamId);
  if (team === undefined || !leads(team, who, now)) return refuse('not-found');
  return { items: await Promise.all((await seriesOfTeam(teamId)).map((series) => viewSeries(series, now))) };
};

/** Makes no further shifts of a series; those called stand until they are cancelled. */
export const stopSeries = async (
  { params: { teamId, seriesId }, body: { rev } }: RouteInput<typeof stopRoute>,
  { who, now, op }: Call,
): Promise<SeriesView | Refusal> => {
  const [team, series] = await Promise.all([findTeam(teamId), findSeries(teamId, seriesId)]);
  if (team === undefined || series === undefined || !leads(team, who, now)) return refuse('not-found');
  const stopped = await stopOnce(series, rev, op);
  if (!stopped.done) {
    return refuse(series.status === 'running' ? 'changed-meanwhile' : 'move-not-allowed', { rev: series.rev });
  }
  return viewSeries((await findSeries(teamId, seriesId)) ?? series, now);
};
