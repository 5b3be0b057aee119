import { certificateLines, hoursWords, standingMinutes, sumOf, yearsOf } from './hours-rules';
import type { HoursEntry } from './hours';
import { pointsFor } from './settings';

const at = (date: string): number => Date.parse(`${date}T09:00+08:00`);
const entry = (id: string, minutes: number, more: Partial<HoursEntry> = {}): HoursEntry => ({
  id,
  volunteerId: 'v',
  kind: 'served',
  byHand: false,
  minutes,
  servedAt: at('2026-11-28'),
  at: at('2026-11-28'),
  teamId: 't1',
  teamName: '巡逻队',
  teamKind: { id: 'security', name: '治安巡逻服务队', named: true },
  communityId: 'jn.s1.c1',
  title: '巡逻',
  marks: [],
  ...more,
});
const entries = [
  entry('a', 120),
  entry('b', 60, { kind: 'by-hand', byHand: true, teamId: 't2', teamName: '合唱队', servedAt: at('2025-12-31') }),
  entry('c', -30, { kind: 'correction', corrects: 'a' }),
  entry('d', -60, { kind: 'correction', corrects: 'b', byHand: true, teamId: 't2', servedAt: at('2025-12-31') }),
  entry('e', 90, { servedAt: at('2026-01-01') }),
];

it('keeps what was added by hand apart, with its corrections', () => {
  expect(sumOf(entries)).toEqual({ served: 180, byHand: 0, times: 3 });
  expect(standingMinutes(entries[0]!, entries)).toBe(90);
});

it('counts by year and month of the service, in Shanghai', () => {
  expect(yearsOf(entries).map(({ year, sum }) => [year, sum.served, sum.byHand])).toEqual([
    [2026, 180, 0],
    [2025, 0, 0],
  ]);
  expect(yearsOf(entries)[0]?.months).toEqual([90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90, 0]);
});

it('names on a certificate only teams with hours, most first', () => {
  expect(certificateLines(entries)).toEqual([
    { teamName: '巡逻队', kindName: '治安巡逻服务队', times: 2, minutes: 180 },
  ]);
});

it('rounds points towards nothing, and takes back what a correction takes', () => {
  expect([90, 59, -90].map((minutes) => pointsFor(minutes, 1))).toEqual([1, 0, -1]);
  expect(pointsFor(90, 0)).toBe(0);
});

it.each([
  [0, '0 小时'],
  [45, '45 分钟'],
  [60, '1 小时'],
  [750, '12 小时 30 分'],
])('%i minutes are %s', (minutes, words) => {
  expect(hoursWords(minutes)).toBe(words);
});
