import { DAY, HOUR, MINUTE } from '../kernel/time';
import { SIGN_UP_STATES } from './kinds';
import {
  HOLDS_PLACE,
  SIGN_UP_MOVES,
  answerBy,
  checkVolunteer,
  checkWindow,
  clashIn,
  daysOf,
  isLate,
  nextSignUpState,
  seatFor,
} from './sign-up-rules';
import type { SignUp } from './sign-up';
import { ageAt } from './volunteer';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const NOW = at('2026-11-20T10:00');
const signUp = (from: string, until: string, more: Partial<SignUp> = {}): SignUp => ({
  shiftId: 'other',
  slotId: 's1',
  roleId: 'r1',
  startsAt: at(from),
  endsAt: at(until),
  state: 'placed',
  at: NOW,
  since: NOW,
  insure: false,
  op: 'op',
  opHash: 'hash',
  ...more,
});

describe('a volunteer’s day', () => {
  it.each([
    ['2026-11-28T09:00', '2026-11-28T12:00', ['2026-11-28']],
    ['2026-11-28T20:00', '2026-11-29T02:00', ['2026-11-28']],
    ['2026-11-28T22:00', '2026-11-29T05:00', ['2026-11-28']],
    ['2026-11-28T22:00', '2026-11-29T05:01', ['2026-11-28', '2026-11-29']],
    ['2026-11-28T04:59', '2026-11-28T06:00', ['2026-11-27', '2026-11-28']],
  ])('of %s to %s is %j', (from, until, days) => {
    expect(daysOf({ startsAt: at(from), endsAt: at(until) })).toEqual(days);
  });

  it('clashes with what overlaps and is promised, and with nothing that only touches or was given up', () => {
    const stretch = { startsAt: at('2026-11-28T09:00'), endsAt: at('2026-11-28T11:00') };
    const clashes = (one: SignUp, except?: string) =>
      clashIn({ signUps: { 'other.s1': one } }, stretch, except) !== undefined;
    expect(clashes(signUp('2026-11-28T10:59', '2026-11-28T12:00'))).toBe(true);
    expect(clashes(signUp('2026-11-28T08:00', '2026-11-28T12:00', { state: 'waiting' }))).toBe(true);
    expect(clashes(signUp('2026-11-28T11:00', '2026-11-28T12:00'))).toBe(false);
    expect(clashes(signUp('2026-11-28T07:00', '2026-11-28T09:00'))).toBe(false);
    expect(clashes(signUp('2026-11-28T09:00', '2026-11-28T11:00', { state: 'cancelled' }))).toBe(false);
    expect(clashes(signUp('2026-11-28T09:00', '2026-11-28T11:00'), 'other.s1')).toBe(false);
    expect(clashIn(undefined, stretch)).toBeUndefined();
  });
});

describe('who may sign up', () => {
  const slot = { startsAt: at('2026-12-01T09:00'), endsAt: at('2026-12-01T11:00') };

  it('counts whole years, only when the month of birth is over', () => {
    expect(ageAt('2008-12', '2026-12-31')).toBe(17);
    expect(ageAt('2008-12', '2027-01-01')).toBe(18);
  });

  it('has the skill, the age on the day, and a guardian’s word under eighteen', () => {
    const grown = { bornOn: '1960-05', skills: [] };
    const asked = (volunteer: Parameters<typeof checkVolunteer>[0], role: Parameters<typeof checkVolunteer>[1]) =>
      checkVolunteer(volunteer, role, slot, NOW)?.refused;
    expect(asked(grown, {})).toBeUndefined();
    expect(asked(grown, { skill: 'first-aid' })).toBe('skill-needed');
    expect(asked({ ...grown, skills: ['first-aid'] }, { skill: 'first-aid' })).toBeUndefined();
    expect(asked({ bornOn: '2008-11', skills: [] }, { ageFloor: 18 })).toBe('guardian-needed');
    expect(asked({ bornOn: '2008-12', skills: [] }, { ageFloor: 18 })).toBe('too-young');
    const guardian = { given: true, at: NOW, by: 'guardian', byId: 'p', name: '王**' } as const;
    expect(asked({ bornOn: '2012-01', skills: [], guardian }, { ageFloor: 12 })).toBeUndefined();
    expect(asked({ bornOn: '2012-01', skills: [], guardian: { ...guardian, given: false } }, {})).toBe(
      'guardian-needed',
    );
  });

  it('comes within the window; staff until the slot ends', () => {
    const shift = { status: 'open', opensAt: NOW, closesAt: NOW + HOUR } as const;
    const asked = (now: number, byStaff = false) => checkWindow(shift, slot, byStaff, now)?.refused;
    expect([NOW - 1, NOW, NOW + HOUR - 1, NOW + HOUR].map((now) => asked(now))).toEqual([
      'sign-up-not-open',
      undefined,
      undefined,
      'sign-up-closed',
    ]);
    expect([NOW - 1, slot.endsAt - 1, slot.endsAt].map((now) => asked(now, true))).toEqual([
      undefined,
      undefined,
      'sign-up-closed',
    ]);
    expect(checkWindow({ ...shift, status: 'cancelled' }, slot, true, NOW)?.refused).toBe('shift-over');
  });
});

it('gives a place only while nobody waits for one', () => {
  expect(seatFor({ places: 2, held: 1, waiting: 0 })).toBe('placed');
  expect(seatFor({ places: 2, held: 2, waiting: 0 })).toBe('waiting');
  expect(seatFor({ places: 2, held: 1, waiting: 1 })).toBe('waiting');
});

it('keeps an offer shorter the closer it is, and never past the beginning', () => {
  const starts = NOW + 10 * DAY;
  expect(answerBy(NOW, starts)).toBe(NOW + 12 * HOUR);
  expect(answerBy(starts - DAY, starts)).toBe(starts - DAY + 2 * HOUR);
  expect(answerBy(starts - HOUR, starts)).toBe(starts - HOUR + 20 * MINUTE);
  expect(answerBy(starts - MINUTE, starts)).toBe(starts);
});

it('calls late only a place given up after the limit, in a shift that was not moved', () => {
  const limit = { cancelUntil: NOW };
  expect(isLate({ state: 'placed' }, limit, NOW)).toBe(false);
  expect(isLate({ state: 'placed' }, limit, NOW + 1)).toBe(true);
  expect(isLate({ state: 'waiting' }, limit, NOW + 1)).toBe(false);
  expect(isLate({ state: 'placed', moved: true }, limit, NOW + 1)).toBe(false);
});

it('never leads from what is over back to a place', () => {
  for (const state of SIGN_UP_STATES) {
    const next = SIGN_UP_MOVES.flatMap((move) => nextSignUpState(state, move) ?? []);
    if (['cancelled', 'lapsed', 'called-off', 'here'].includes(state)) expect(next).toEqual([]);
    if (state === 'waiting') expect(next.filter((one) => HOLDS_PLACE.includes(one))).toEqual(['offered']);
  }
});
