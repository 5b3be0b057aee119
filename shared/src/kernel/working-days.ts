import year2026 from 'chinese-days/dist/years/2026.json';
import { DAY, dayOfWeek, isoDate } from './time';

/** Dates that are days off, and weekends that are worked, as the State Council sets them each year (国务院办公厅节假日安排). */
const YEARS: readonly { readonly holidays: object; readonly workdays: object }[] = [year2026];

const isWorkingDay = (instant: number): boolean => {
  const date = isoDate(instant);
  if (YEARS.some(({ workdays }) => date in workdays)) return true;
  const weekend = dayOfWeek(instant) === 0 || dayOfWeek(instant) === 6;
  return !weekend && !YEARS.some(({ holidays }) => date in holidays);
};

/**
 * The instant `days` working days after `instant`, at the same time of day. Of a year that is not yet set, the
 * weekends alone are known as days off.
 */
export const addWorkingDays = (instant: number, days: number): number => {
  let at = instant;
  let left = days;
  while (left > 0) {
    at += DAY;
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
