import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';
import { listMySignUps } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { hoursOfVolunteer } from './hours-store';
import { findShift } from './record-store';
import { handleSlotDue } from './slots-due';
import {
  calledShift,
  deliver,
  done,
  mine,
  newCorps,
  newVolunteer,
  rosterIn,
  shiftIn,
  signedUp,
  volunteerPk,
} from './volunteers-for-tests';
import type { Corps } from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);
let corps: Corps;
let people: Someone[];
let days = 2;
const nextDay = (): number => Date.now() + (days += 2) * DAY;
const at = (instant: number): void => {
  jest.spyOn(Date, 'now').mockReturnValue(instant);
};
beforeAll(async () => {
  corps = await newCorps(services, 'va');
  people = await Promise.all(Array.from({ length: 4 }, () => newVolunteer(services, corps.communityId)));
}, 60_000);
afterEach(() => jest.restoreAllMocks());

const Codes = z.object({ codes: z.array(z.object({ from: z.int(), code: z.string() })) });
const codes = async (shiftId: string) =>
  z.parse(Codes, done(await corps.leader.get(`/shifts/${shiftId}/codes`))).codes.map(({ code }) => code);
const checkIn = (someone: Someone, shiftId: string, code: string, key?: string) =>
  someone.post(`/shifts/${shiftId}/check-in`, { slotId: 's1', code }, key);
const checkOut = (someone: Someone, shiftId: string, code: string, key?: string) =>
  someone.post(`/shifts/${shiftId}/check-out`, { slotId: 's1', code }, key);
const tick = async (shiftId: string, now: number): Promise<void> => {
  const key = keys.slotClock(shiftId, 's1');
  const dueSk = (await getItem(key, { consistent: true }))?.['dueSk'];
  if (typeof dueSk === 'string') await handleSlotDue({ key, dueSk, dueAt: 0 }, now);
};
const hoursOn = async (someone: Someone, shiftId: string) =>
  (await hoursOfVolunteer(someone.personId)).filter((entry) => entry.shiftId === shiftId);

/** When they went, as the person's own list says of that shift. */
const wentFrom = async (someone: Someone, shiftId: string) => {
  const { items } = z.parse(listMySignUps.reply, done(await someone.get('/volunteers/me/sign-ups')));
  return items.filter((row) => row.shiftId === shiftId).map(({ wentAt }) => wentAt);
};

describe('checking in', () => {
  it('takes the code of the moment, once, from somebody who has a place', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    const other = await calledShift(corps, startsAt, 2);
    const [here, twin, stranger] = people as [Someone, Someone, Someone];
    await signedUp(here, shift.id);
    await signedUp(twin, shift.id);
    at(startsAt - HOUR - 1);
    expect((await corps.leader.get(`/shifts/${shift.id}/codes`)).body).toMatchObject({ code: 'check-in-not-open' });
    expect((await checkIn(here, shift.id, '000000')).body).toMatchObject({ code: 'check-in-not-open' });
    at(startsAt - 10 * MINUTE);
    const [now = '', , later = ''] = await codes(shift.id);
    const [elsewhere = ''] = await codes(other.id);
    expect((await people[0]!.get(`/shifts/${shift.id}/codes`)).status).toBe(404);
    expect((await checkIn(here, shift.id, elsewhere)).body).toMatchObject({ code: 'check-in-code-wrong' });
    expect((await checkIn(here, shift.id, later)).body).toMatchObject({ code: 'check-in-code-wrong' });
    const key = 'check-in-once-0001';
    const answer = await checkIn(here, shift.id, now, key);
    expect(mine(shiftIn(answer))).toMatchObject({ state: 'here', in: { by: 'code' }, acts: ['check-out'] });
    expect(await checkIn(here, shift.id, now, key)).toEqual(answer);
    expect((await checkIn(here, shift.id, now)).body).toMatchObject({ code: 'already-checked-in' });
    expect((await checkIn(stranger, shift.id, now)).body).toMatchObject({ code: 'not-signed-up' });
    // A photo of the screen is worth nothing a minute later, nor the next day.
    at(startsAt - 10 * MINUTE + 2 * CODE_STEP);
    expect((await checkIn(twin, shift.id, now)).body).toMatchObject({ code: 'check-in-code-wrong' });
    expect((await twin.post(`/shifts/${shift.id}/cancel-sign-up`, { slotId: 's1' })).status).toBe(200);
  });

  it('stops whoever guesses', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    await signedUp(people[0]!, shift.id);
    at(startsAt);
    for (let guess = 0; guess < 10; guess += 1) await checkIn(people[0]!, shift.id, `aaaa0${String(guess)}`);
    const [now = ''] = await codes(shift.id);
    expect((await checkIn(people[0]!, shift.id, now)).body).toMatchObject({ code: 'too-many-attempts' });
  });
});

describe('hours', () => {
  it('are the whole minutes between coming and going within the slot, written with the going, once', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    const [one] = people as [Someone];
    await signedUp(one, shift.id);
    at(startsAt - 5 * MINUTE);
    const [inCode = ''] = await codes(shift.id);
    done(await checkIn(one, shift.id, inCode));
    expect(await wentFrom(one, shift.id)).toEqual([undefined]);
    at(startsAt + 65 * MINUTE + 59_000);
    const [outCode = ''] = await codes(shift.id);
    const key = 'check-out-once-001';
    const answer = await checkOut(one, shift.id, outCode, key);
    expect(mine(shiftIn(answer))).toMatchObject({ minutes: 65, acts: [] });
    expect(await checkOut(one, shift.id, outCode, key)).toEqual(answer);
    expect((await checkOut(one, shift.id, outCode)).body).toMatchObject({ code: 'already-checked-out' });
    expect(await hoursOn(one, shift.id)).toMatchObject([{ kind: 'served', minutes: 65, marks: ['left-early'] }]);
    expect(await wentFrom(one, shift.id)).toEqual([startsAt + 65 * MINUTE + 59_000]);
  });

  it('of who forgot to check out are closed by the clock at the end, marked, and the shift is over', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    await signedUp(people[0]!, shift.id);
    await deliver(volunteerPk(people[0]!.personId));
    at(startsAt + 10 * MINUTE);
    const presence = { volunteerId: people[0]!.personId, slotId: 's1', what: 'in' };
    const roster = rosterIn(await corps.leader.post(`/shifts/${shift.id}/presence`, presence));
    expect(roster.items).toMatchObject([{ state: 'here', in: { by: 'leader' }, acts: ['check-out'] }]);
    await tick(shift.id, startsAt - DAY);
    await tick(shift.id, startsAt - 2 * HOUR);
    expect((await getItem(keys.slotClock(shift.id, 's1'), { consistent: true }))?.['stage']).toBe('close');
    await tick(shift.id, startsAt + 3 * HOUR);
    await tick(shift.id, startsAt + 3 * HOUR);
    expect(await hoursOn(people[0]!, shift.id)).toMatchObject([
      { minutes: 110, marks: ['in-by-leader', 'closed-by-clock'] },
    ]);
    expect((await findShift(shift.id))?.status).toBe('ended');
  });

  it('are never ticked off by a leader for themself', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    await signedUp(corps.leader, shift.id);
    at(startsAt);
    const presence = { volunteerId: corps.leader.personId, slotId: 's1', what: 'in' };
    expect((await corps.leader.post(`/shifts/${shift.id}/presence`, presence)).body).toMatchObject({
      code: 'own-hours',
    });
    expect((await people[0]!.post(`/shifts/${shift.id}/presence`, presence)).status).toBe(404);
  });
});

it('marks what leaders take for themselves with the codes they hold', async () => {
  const startsAt = nextDay();
  const shift = await calledShift(corps, startsAt, 2);
  await signedUp(corps.leader, shift.id);
  at(startsAt);
  const [now = ''] = await codes(shift.id);
  expect(mine(shiftIn(await checkIn(corps.leader, shift.id, now)))).toMatchObject({ in: { by: 'leader' } });
});
