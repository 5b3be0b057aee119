import { aShiftRow } from '../../test/volunteer-samples';
import { metresTo, nearestFirst } from './near';
import { distanceWords, shiftSaid } from './rows';

const HERE = { lat: 41.03, lng: 113.1 };
const north = (metres: number) => ({ lat: Math.round((HERE.lat + metres / 111_320) * 1e6), lng: HERE.lng * 1e6 });

describe('near me', () => {
  it('stands first, what has no point last', () => {
    const rows = [
      aShiftRow({ id: 'none' }),
      aShiftRow({ id: 'far', point: north(3000) }),
      aShiftRow({ id: 'near', point: north(200) }),
    ];
    expect(nearestFirst(rows, HERE).map(({ id }) => id)).toEqual(['near', 'far', 'none']);
    expect(nearestFirst(rows, undefined)).toBe(rows);
  });

  it('is said as people say it', () => {
    expect([20, 620, 1000, 2440].map(distanceWords)).toEqual(['50 米', '600 米', '1 公里', '2.4 公里']);
    expect(distanceWords(metresTo(HERE, north(600)))).toBe('600 米');
  });
});

describe('how a shift stands', () => {
  const now = Date.now();
  it.each([
    [{}, '还差 3 人'],
    [{ missing: 0, fill: { places: 3, held: 3, waiting: 0 } }, '已满，可候补'],
    [{ missing: 0, fill: { places: 3, held: 3, waiting: 2 } }, '已满，2 人候补'],
    [{ closesAt: now - 1 }, '报名已截止'],
    [{ status: 'cancelled' as const }, '已取消'],
  ])('%j is %s', (part, words) => expect(shiftSaid(aShiftRow(part), now).words).toBe(words));
});
