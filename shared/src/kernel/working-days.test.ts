import { isWorkday } from 'chinese-days';
import { DAY, isoDate } from './time';
import { addWorkingDays } from './working-days';

const at = (day: string): number => Date.parse(`${day}T15:00:00+08:00`);

describe('working days', () => {
  it.each([
    ['2026-11-26', 1, '2026-11-27'],
    // Over a weekend.
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-27', 5, '2026-12-04'],
    // National Day week is off from the 1st to the 7th; Saturday the 10th is worked for it.
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    // Sunday the 20th is worked, the Mid-Autumn Friday is not.
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 1, '2026-09-28'],
  ])('%s and %i more are %s, at the same time of day', (from, days, then) => {
    expect(addWorkingDays(at(from), days)).toBe(at(then));
  });

  it('knows every year that its library knows, from 2026 on', () => {
    const days = Array.from({ length: 5 * 365 }, (_, index) => at('2026-01-01') + index * DAY);
    const differ = days.filter((day) => (addWorkingDays(day - DAY, 1) === day) !== isWorkday(isoDate(day)));
    expect(differ.map(isoDate)).toEqual([]);
  });
});
