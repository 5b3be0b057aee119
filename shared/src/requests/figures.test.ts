import { isRefusal } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY, HOUR, isoDate } from '../kernel/time';
import { afterEffect } from './effect';
import type { Effect } from './effect';
import { whenDue } from './effects-clock';
import { accepted, passedOn } from './effects-desk';
import { calledBack, confirmed, halfFixed, replied } from './effects-resident';
import { resolved, started } from './effects-work';
import { countsOf } from './figures';
import type { Figure } from './figures';
import type { Request } from './request';
import { newRequest } from './request-for-tests';

const T0 = Date.UTC(2026, 10, 23, 2);
const water = { id: 'water', name: '自来水公司' };

/** Makes steps one after another and sums what they count, by organisation. */
const run = (
  steps: readonly (readonly [number, (request: Request, now: number) => Effect | Refusal | undefined])[],
) => {
  let request = newRequest(T0);
  const sums = new Map<string, Partial<Record<Figure, number>>>();
  const days = new Map<Figure, string>();
  for (const [at, step] of steps) {
    const now = T0 + at;
    const effect = step(request, now);
    if (effect === undefined || isRefusal(effect)) throw new Error(`refused: ${JSON.stringify(effect)}`);
    const next = afterEffect(request, effect);
    for (const { organisationId, figure, by, day } of countsOf(request, next, effect, now)) {
      const row = sums.get(organisationId) ?? {};
      sums.set(organisationId, { ...row, [figure]: (row[figure] ?? 0) + by });
      days.set(figure, day);
    }
    request = next;
  }
  return { sums, days };
};
const resolve = (request: Request, now: number) => resolved(request, { words: '好了', before: [], after: ['p'] }, now);
const late = (kind: 'first-answer' | 'resolve') => (request: Request, now: number) =>
  whenDue(request, { kind, at: now }, now, []);

describe('what steps add to the figures', () => {
  it('counts a case kept in time once in each', () => {
    const { sums } = run([
      [HOUR, accepted],
      [2 * HOUR, started],
      [DAY, resolve],
      [2 * DAY, (r, now) => confirmed(r, { satisfied: false }, now)],
    ]);
    expect(sums.get('property')).toEqual({
      answeredInTime: 1,
      firstAnswersDue: 1,
      promisesKept: 1,
      promisesDue: 1,
      confirmed: 1,
      outcomesAnswered: 1,
      satisfactionAnswered: 1,
      unanswered: 0,
    });
  });

  it('counts a missed first answer once, on the day it was due, although it is answered later', () => {
    const { sums, days } = run([
      [3 * DAY, late('first-answer')],
      [4 * DAY, accepted],
    ]);
    expect(sums.get('property')).toEqual({ firstAnswersDue: 1 });
    expect(days.get('firstAnswersDue')).toBe(isoDate(T0 + DAY));
  });

  it('counts an answer that came late before the clock noticed as late', () => {
    expect(run([[2 * DAY, accepted]]).sums.get('property')).toEqual({ firstAnswersDue: 1 });
    expect(run([[2 * HOUR, (r, now) => replied(r, { words: '马上' }, true, now)]]).sums.get('property')).toEqual({
      firstAnswersDue: 1,
      answeredInTime: 1,
    });
  });

  it('counts passing on as the old holder’s answer and gives the new one its own', () => {
    const { sums } = run([
      [HOUR, (r, now) => passedOn(r, { to: water, reason: '归水', decides: false }, now)],
      [5 * DAY, accepted],
    ]);
    expect(sums.get('property')).toEqual({ firstAnswersDue: 1, answeredInTime: 1 });
    expect(sums.get('water')).toEqual({ firstAnswersDue: 1 });
  });

  it('counts a broken promise once although it is resolved later, and each round by itself', () => {
    const { sums } = run([
      [HOUR, accepted],
      [HOUR, started],
      [7 * DAY, late('resolve')],
      [8 * DAY, resolve],
      [9 * DAY, (r, now) => halfFixed(r, { words: '还有' }, now)],
      [9 * DAY, accepted],
      [9 * DAY, started],
      [10 * DAY, resolve],
    ]);
    expect(sums.get('property')).toMatchObject({ promisesDue: 2, promisesKept: 1, outcomesAnswered: 1, unanswered: 1 });
    expect(sums.get('property')?.confirmed).toBeUndefined();
  });

  it('takes no call of the holder’s own people for an answer', () => {
    const back = (byHolder: boolean) =>
      run([
        [HOUR, accepted],
        [HOUR, started],
        [DAY, resolve],
        [DAY, (r, now) => calledBack(r, { reached: true, outcome: 'confirmed', satisfied: true }, byHolder, now)],
      ]).sums.get('property');
    expect(back(true)).toMatchObject({ unanswered: 1 });
    expect(back(true)?.confirmed).toBeUndefined();
    expect(back(false)).toMatchObject({ confirmed: 1, satisfied: 1, outcomesAnswered: 1, unanswered: 0 });
  });
});
