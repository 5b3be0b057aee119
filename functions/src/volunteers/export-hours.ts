import { placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY, HOUR, isoDate } from '@gongyi/shared/kernel/time';
import { safeCell } from '@gongyi/shared/requests/export-table';
import type { exportHours as route } from '@gongyi/shared/volunteers/contract';
import { HoursEntry } from '@gongyi/shared/volunteers/hours';
import { standingMinutes } from '@gongyi/shared/volunteers/hours-rules';
import * as z from 'zod/mini';
import { findPlace } from '../district/public';
import { logAccess } from '../people/public';
import { open } from '../platform/envelope';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { spreadsheet } from '../platform/spreadsheet';
import { queryPage } from '../platform/table';
import { keys, sortable } from '../platform/table-shape';
import { daySpan } from './hours-store';
import { BOOK } from './lists';
import { namedVolunteers } from './volunteer-store';
import type { Named } from './volunteer-store';

/**
 * A sheet of hours to hand to 中国志愿服务网, one line a service: who, by which number of that site, which project, on
 * which day, how many hours. Identity cards are not kept here and so never stand in it.
 */
const COLUMNS = [
  { header: '姓名', width: 12 },
  { header: '志愿者编号', width: 22 },
  { header: '服务队', width: 20 },
  { header: '项目名称', width: 24 },
  { header: '服务日期', width: 12 },
  { header: '服务时长（小时）', width: 14 },
  { header: '记录方式', width: 14 },
] as const;

const MOST_ROWS = 5_000;
const MOST_DAYS = 366;
const MOST_AN_HOUR = 20;
const PAGE = 500;
const Row = z.object({ row: HoursEntry });

const bookBetween = async (communityId: string, from: number, until: number): Promise<HoursEntry[] | undefined> => {
  const entries: HoursEntry[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await queryPage({
      pk: keys.listOf(BOOK, communityId),
      between: [sortable(from), `${sortable(until)}#~`],
      limit: PAGE,
      after,
    });
    entries.push(...page.items.map((item) => z.parse(Row, item).row));
    if (entries.length > MOST_ROWS) return undefined;
    after = page.lastKey;
  } while (after !== undefined);
  return entries;
};

/** Hours with two places: 90 minutes are 1.50. */
const hoursOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60))}.${String(Math.round(((minutes % 60) * 100) / 60)).padStart(2, '0')}`;

const lineOf = async (entry: HoursEntry, all: readonly HoursEntry[], { name, volunteer }: Named): Promise<string[]> => {
  const sealed = volunteer?.numberSealed;
  const number = sealed === undefined ? '' : await open(sealed, `volunteer:${entry.volunteerId}`);
  return [
    name,
    number,
    entry.teamName,
    entry.title,
    isoDate(entry.servedAt),
    hoursOf(standingMinutes(entry, all)),
    entry.byHand ? '补录' : '签到签退',
  ].map(safeCell);
};

/** The sheet of a community's hours; only of volunteers who allowed it, and each can read that it was taken out. */
export const exportHours = async (
  { params: { placeId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const { who, now, op } = call;
  const place = placeKind(placeId) === 'community' ? await findPlace(placeId) : undefined;
  if (place === undefined || !may(who, 'hours.export', { placeId }, now)) return refuse('not-found');
  const { from, until } = daySpan(body.from, body.until);
  if (until < from) return refuse('invalid-input', { part: 'body', field: 'until', problem: 'before_from' });
  if (from < 0 || until - from > MOST_DAYS * DAY) {
    return refuse('invalid-input', { part: 'body', field: 'until', problem: 'too_far' });
  }
  const spent = await spendAttempt(who.personId, 'export-hours', MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent !== undefined) return spent;
  const entries = await bookBetween(placeId, from, until);
  if (entries === undefined) return refuse('sheet-too-large', { limit: 'rows', most: MOST_ROWS });
  const names = await namedVolunteers([...new Set(entries.map(({ volunteerId }) => volunteerId))]);
  const services = entries.filter(({ kind }) => kind !== 'correction');
  const allowed = services.flatMap((entry) => {
    const named = names.get(entry.volunteerId);
    return named?.volunteer?.exportHours === true ? [{ entry, named }] : [];
  });
  const rows = await Promise.all(allowed.map(({ entry, named }) => lineOf(entry, entries, named)));
  for (const volunteerId of new Set(allowed.map(({ entry }) => entry.volunteerId))) {
    await logAccess({
      personId: volunteerId,
      at: now,
      id: op,
      role: 'community-worker',
      what: 'name',
      place: place.name,
    });
  }
  const { keepExport } = await import('../platform/exported-file');
  const name = `${place.name} ${body.from} 至 ${body.until} 志愿服务时长`;
  const url = await keepExport({ id: op, type: 'xlsx', name }, await spreadsheet('服务时长', COLUMNS, rows));
  return { url, rows: rows.length, leftOut: services.length - rows.length };
};
