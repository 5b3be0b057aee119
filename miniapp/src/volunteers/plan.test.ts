import { DAY, HOUR, dayBegins } from '@gongyi/shared/kernel/time';
import { makeSeries, makeShift } from '@gongyi/shared/volunteers/contract-shifts';
import * as z from 'zod/mini';
import { emptyPlan, onceBody, weeklyBody } from './plan';

const NOON = Date.UTC(2026, 10, 28, 4);
const PLAN = {
  ...emptyPlan(NOON, 'key'),
  title: '扫雪',
  words: '把雪扫开。',
  placeId: 'jn.s01.c01.x01',
  spot: '南门',
  meeting: '居委会门口',
  day: '2026-12-05',
  slots: [{ begins: '22:00', ends: '01:30', roles: [{ name: '夜巡', places: '4', age: '18' }] }],
};

describe('a plan', () => {
  it('of one day ends on the next when it ends earlier, with its limits counted from the beginning', () => {
    const body = onceBody(PLAN);
    const begins = dayBegins('2026-12-05') + 22 * HOUR;
    expect(body).toMatchObject({ opensAt: NOON, closesAt: begins - 2 * HOUR, cancelUntil: begins - DAY });
    expect(body.slots).toEqual([
      { startsAt: begins, endsAt: begins + 3.5 * HOUR, roles: [{ name: '夜巡', places: 4, ageFloor: 18 }] },
    ]);
    expect(z.safeParse(makeShift.body, body).success).toBe(true);
  });

  it('of every week says its minutes of the day', () => {
    const body = weeklyBody({ ...PLAN, repeat: 'weekly', weekdays: [6], from: '2026-12-05', until: '2027-01-30' });
    expect(body.slots).toEqual([{ begins: 1320, minutes: 210, roles: [{ name: '夜巡', places: 4, ageFloor: 18 }] }]);
    expect(z.safeParse(makeSeries.body, body).success).toBe(true);
  });

  it('without a day is not whole', () => {
    const { day: _day, ...without } = PLAN;
    expect(z.safeParse(makeShift.body, onceBody(without)).success).toBe(false);
  });
});
