import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY, HOUR, MINUTE, dayOfWeek, isoDate, startOfDay } from '../kernel/time';
import type { ShiftStatus } from './kinds';
import type { SeriesRule, Shift, ShiftSeries, ShiftSlot } from './shift';

/** What may happen to a shift as a whole; `end` is the clock's. */
export const SHIFT_MOVES = ['change', 'move', 'cancel', 'message', 'end'] as const;
export type ShiftMove = (typeof SHIFT_MOVES)[number];

/** Status → the moves it allows and where each leads; `same` keeps the status. */
export const SHIFT_LIFECYCLE = {
  open: { change: 'same', move: 'same', cancel: 'cancelled', message: 'same', end: 'ended' },
  cancelled: { message: 'same' },
  ended: { message: 'same' },
} as const satisfies Record<ShiftStatus, Partial<Record<ShiftMove, ShiftStatus | 'same'>>>;

export const nextShiftStatus = (status: ShiftStatus, move: ShiftMove): ShiftStatus | undefined => {
  const moves: Partial<Record<ShiftMove, ShiftStatus | 'same'>> = SHIFT_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

const LONGEST_SLOT = 12 * HOUR;
const FARTHEST = 366 * DAY;

export const shiftStarts = ({ slots }: Pick<Shift, 'slots'>): number =>
  Math.min(...slots.map(({ startsAt }) => startsAt));
export const shiftEnds = ({ slots }: Pick<Shift, 'slots'>): number => Math.max(...slots.map(({ endsAt }) => endsAt));

type Times = Pick<Shift, 'opensAt' | 'closesAt' | 'cancelUntil'> & {
  readonly slots: readonly Pick<ShiftSlot, 'startsAt' | 'endsAt'>[];
};

const wrong = (problem: string): Refusal => refuse('shift-times-invalid', { problem });

/** Slots begin in the future, end after they begin and are no longer than half a day; the window lies before. */
export const checkTimes = (times: Times, now: number): Refusal | undefined => {
  const { slots, opensAt, closesAt, cancelUntil } = times;
  const first = Math.min(...slots.map(({ startsAt }) => startsAt));
  const last = Math.max(...slots.map(({ endsAt }) => endsAt));
  if (slots.some(({ startsAt, endsAt }) => endsAt < startsAt + 15 * MINUTE)) return wrong('slot-too-short');
  if (slots.some(({ startsAt, endsAt }) => endsAt > startsAt + LONGEST_SLOT)) return wrong('slot-too-long');
  if (first <= now) return wrong('begins-in-past');
  if (first > now + FARTHEST) return wrong('too-far');
  if (last > first + 3 * DAY) return wrong('shift-too-long');
  if (opensAt >= closesAt) return wrong('window-empty');
  if (closesAt > last) return wrong('closes-after-end');
  if (cancelUntil > first) return wrong('cancel-after-start');
  return undefined;
};

/** `2026-11-28` plus days. */
const plusDays = (date: string, days: number): string => isoDate(Date.parse(`${date}T12:00:00+08:00`) + days * DAY);
const noon = (date: string): number => Date.parse(`${date}T12:00:00+08:00`);
const weekOf = (date: string): number => {
  // Weeks begin on Monday; 1970-01-05 was one.
  const days = Math.round((startOfDay(noon(date)) - startOfDay(noon('1970-01-05'))) / DAY);
  return Math.floor(days / 7);
};

/** Dates of a series after `after` (exclusive) up to `upTo` (inclusive), in order. */
export const seriesDates = (rule: SeriesRule, after: string | undefined, upTo: string): string[] => {
  const dates: string[] = [];
  const last = upTo < rule.until ? upTo : rule.until;
  const first = after === undefined || after < rule.from ? rule.from : plusDays(after, 1);
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    const weeks = weekOf(date) - weekOf(rule.from);
    const fits = rule.weekdays.includes(dayOfWeek(noon(date))) && weeks % rule.everyWeeks === 0;
    if (fits && !rule.except.includes(date)) dates.push(date);
  }
  return dates;
};

/** How far ahead a series makes its shifts, and the longest it may run. */
export const SERIES_AHEAD_DAYS = 28;
export const SERIES_LONGEST_DAYS = 366;

export const checkSeries = (rule: SeriesRule, now: number): Refusal | undefined => {
  if (rule.until < rule.from) return wrong('until-before-from');
  if (rule.until > plusDays(rule.from, SERIES_LONGEST_DAYS)) return wrong('series-too-long');
  if (rule.from > plusDays(isoDate(now), SERIES_LONGEST_DAYS)) return wrong('too-far');
  if (seriesDates(rule, undefined, rule.until).length === 0) return wrong('no-dates');
  return undefined;
};

/** Until which date shifts of a series should stand at `now`. */
export const seriesAheadOf = (now: number): string => plusDays(isoDate(now), SERIES_AHEAD_DAYS);

/** The times of the shift that a series makes on a date. */
export const slotsOn = (series: Pick<ShiftSeries, 'slots'>, date: string): ShiftSlot[] => {
  const midnight = startOfDay(noon(date));
  return series.slots.map(({ begins, minutes, roles }, index) => ({
    id: `s${String(index + 1)}`,
    startsAt: midnight + begins * MINUTE,
    endsAt: midnight + (begins + minutes) * MINUTE,
    roles: roles.map((role, place) => ({ ...role, id: `r${String(place + 1)}` })),
  }));
};

export const windowOn = (
  { opensHours, closesHours, cancelHours }: Pick<ShiftSeries, 'opensHours' | 'closesHours' | 'cancelHours'>,
  slots: readonly ShiftSlot[],
): Pick<Shift, 'opensAt' | 'closesAt' | 'cancelUntil'> => {
  const first = Math.min(...slots.map(({ startsAt }) => startsAt));
  return {
    opensAt: Math.max(0, first - opensHours * HOUR),
    closesAt: first - closesHours * HOUR,
    cancelUntil: first - cancelHours * HOUR,
  };
};
