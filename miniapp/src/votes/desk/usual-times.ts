import { DAY, HOUR, MINUTE, startOfDay } from '@gongyi/shared/kernel/time';

/** Room to read everything once more before the notice goes out. */
const LATER = 30 * MINUTE;

const firstAt = (hour: number, earliest: number): number => {
  const sameDay = startOfDay(earliest) + hour * HOUR;
  return sameDay < earliest ? sameDay + DAY : sameDay;
};

/** The first 9:00 in the morning that is lawful, whenever in the night the law’s days are over. */
export const usualOpening = (earliest: number): number => firstAt(9, earliest + LATER);
/** The first 20:00 that is lawful: people are home. */
export const usualClose = (earliest: number): number => firstAt(20, earliest);
