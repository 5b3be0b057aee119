/**
 * Time as the rules count it. Instants are milliseconds since the epoch; days are calendar days in
 * Asia/Shanghai, which has had no daylight saving since 1991, so a fixed offset is exact.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const SHANGHAI_OFFSET = 8 * HOUR;

/** Midnight (Shanghai) at the start of the day that holds `instant`. */
export const startOfDay = (instant: number): number =>
  Math.floor((instant + SHANGHAI_OFFSET) / DAY) * DAY - SHANGHAI_OFFSET;

/** `2026-11-23` for an instant, in Shanghai. */
export const isoDate = (instant: number): string => new Date(instant + SHANGHAI_OFFSET).toISOString().slice(0, 10);

/** Hour and minute of the day in Shanghai, as minutes since midnight. */
export const minuteOfDay = (instant: number): number => Math.floor((instant - startOfDay(instant)) / MINUTE);

/** 0 = Sunday … 6 = Saturday, in Shanghai. */
export const dayOfWeek = (instant: number): number => new Date(instant + SHANGHAI_OFFSET).getUTCDay();

/** The instant at which a day (`2026-11-23`, in Shanghai) begins. */
export const dayBegins = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00+08:00`);

/** The instant at which a day is over, for terms that end with it. */
export const endOfDay = (isoDay: string): number => dayBegins(isoDay) + DAY;
