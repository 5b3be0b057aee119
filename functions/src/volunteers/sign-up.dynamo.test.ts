import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { MySignUp } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import { handleOfferDue } from './offers-due';
import { putLine } from './roster-store';
import { seatsOf } from './seat-store';
import {
  askSignUp,
  calledShift,
  deliver,
  done,
  mine,
  newCorps,
  newVolunteer,
  rosterIn,
  shiftIn,
  shiftPk,
  signedUp,
  volunteerPk,
} from './volunteers-for-tests';
import type { Corps } from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);
let corps: Corps;
let people: Someone[];
/** A day each, so that no test's shifts overlap another's. */
let days = 2;
const nextDay = (): number => Date.now() + (days += 2) * DAY;

beforeAll(async () => {
  corps = await newCorps(services, 'vs');
  people = await Promise.all(Array.from({ length: 8 }, () => newVolunteer(services, corps.communityId)));
}, 60_000);
afterEach(() => jest.restoreAllMocks());

const see = async (someone: Someone, shiftId: string) => shiftIn(await someone.get(`/shifts/${shiftId}`));
const cancel = (someone: Someone, shiftId: string, key?: string) =>
  someone.post(`/shifts/${shiftId}/cancel-sign-up`, { slotId: 's1' }, key);
const seatsOfOne = async (shiftId: string) => {
  const [item] = await queryAll({ pk: shiftPk(shiftId), prefix: 'SEATS#', consistent: true });
  return seatsOf(item!);
};
const offersDue = async (shiftId: string, now: number): Promise<void> => {
  for (const item of await queryAll({ pk: shiftPk(shiftId), prefix: 'WAIT#', consistent: true })) {
    if (typeof item['dueSk'] !== 'string') continue;
    const key = { pk: String(item['pk']), sk: String(item['sk']) };
    await handleOfferDue({ key, dueSk: item['dueSk'], dueAt: 0 }, now);
  }
};

describe('a sign-up', () => {
  it('takes a place once, whatever is sent twice, and the answer of a retry is the first one’s', async () => {
    const shift = await calledShift(corps, nextDay(), 2);
    const key = 'sign-up-once-00001';
    const answers = await Promise.all([0, 1, 2].map(() => askSignUp(people[0]!, shift.id, {}, key)));
    for (const answer of answers) expect(mine(shiftIn(answer))).toMatchObject({ state: 'placed', roleId: 'r1' });
    expect(await seatsOfOne(shift.id)).toMatchObject({ held: 1, waiting: 0 });
    expect((await askSignUp(people[0]!, shift.id)).body).toMatchObject({ code: 'already-signed-up' });
    expect((await askSignUp(people[0]!, shift.id, { insure: true }, key)).body).toMatchObject({ code: 'key-reused' });
  });

  it('needs a volunteer, an open window and a role that is there', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    const early = await calledShift(corps, nextDay(), 2, { opensAt: Date.now() + HOUR });
    expect((await askSignUp(corps.worker, shift.id)).body).toMatchObject({ code: 'volunteer-needed' });
    expect((await askSignUp(people[0]!, shift.id, { roleId: 'r9' })).body).toMatchObject({ code: 'role-unknown' });
    expect((await askSignUp(people[0]!, early.id)).body).toMatchObject({ code: 'sign-up-not-open' });
    expect((await askSignUp(people[0]!, 'nothing')).status).toBe(404);
    jest.spyOn(Date, 'now').mockReturnValue(startsAt);
    expect((await askSignUp(people[0]!, shift.id)).body).toMatchObject({ code: 'sign-up-closed' });
  });

  it('never overlaps another, which is named, though both are sent at once', async () => {
    const startsAt = nextDay();
    const [one, other] = [
      await calledShift(corps, startsAt, 5, { title: '早班' }),
      await calledShift(corps, startsAt + HOUR, 5, { title: '晚班' }),
    ];
    const answers = await Promise.all([one, other].map(({ id }) => askSignUp(people[1]!, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'time-clash' });
    expect(['早班', '晚班']).toContain(
      z.parse(z.object({ facts: z.object({ title: z.string() }) }), refused?.body).facts.title,
    );
    const held = await Promise.all([one, other].map(({ id }) => seatsOfOne(id)));
    expect(held.map((seats) => seats.held).sort()).toEqual([0, 1]);
    // What only touches does not overlap.
    const after = await calledShift(corps, startsAt + 3 * HOUR, 5);
    expect(mine(await signedUp(people[1]!, after.id))).toMatchObject({ state: 'placed' });
  });

  it('of a minor waits for the guardian’s word, and of a role for its skill and age', async () => {
    const roles = [
      { name: '急救', places: 1, skill: 'first-aid' },
      { name: '巡逻', places: 1, ageFloor: 16 },
    ];
    const startsAt = nextDay();
    const slots = [{ startsAt, endsAt: startsAt + HOUR, roles }];
    const shift = await calledShift(corps, startsAt, 1, { slots });
    const child = await newVolunteer(services, corps.communityId, { bornOn: '2014-01' });
    expect((await askSignUp(people[0]!, shift.id)).body).toMatchObject({ code: 'skill-needed' });
    expect((await askSignUp(child, shift.id, { roleId: 'r2' })).body).toMatchObject({ code: 'too-young' });
    const other = await calledShift(corps, nextDay(), 1);
    expect((await askSignUp(child, other.id)).body).toMatchObject({ code: 'guardian-needed' });
    const consent = (by: Someone, body: object) => by.post(`/volunteers/${child.personId}/guardian-consent`, body);
    expect((await consent(people[0]!, { given: true })).status).toBe(404);
    done(await consent(corps.worker, { given: true, paper: { guardianName: '王示例' } }));
    expect(mine(await signedUp(child, other.id))).toMatchObject({ state: 'placed' });
  });
});

describe('the waitlist', () => {
  it('serves first who came first, keeps the place for an answer, and goes on when the answer is no or none', async () => {
    const shift = await calledShift(corps, nextDay(), 1);
    const [holder, first, second, third] = people.slice(2) as [Someone, Someone, Someone, Someone];
    await signedUp(holder, shift.id);
    for (const one of [first, second, third])
      expect(mine(await signedUp(one, shift.id))).toMatchObject({ state: 'waiting' });
    expect(mine(await see(second, shift.id))).toMatchObject({ position: 2, acts: ['cancel'] });
    done(await cancel(holder, shift.id));
    expect(mine(await see(first, shift.id))).toMatchObject({ state: 'offered', acts: ['take', 'decline'] });
    // Nobody overtakes those who wait.
    expect(mine(await signedUp(holder, shift.id))).toMatchObject({ state: 'waiting' });
    const answer = (someone: Someone, take: boolean) =>
      someone.post(`/shifts/${shift.id}/answer-offer`, { slotId: 's1', take });
    expect((await answer(second, true)).body).toMatchObject({ code: 'offer-over' });
    done(await answer(first, false));
    const offered = mine(await see(second, shift.id));
    expect(offered?.state).toBe('offered');
    const late = (offered?.answerBy ?? 0) + 1;
    await offersDue(shift.id, late - 2);
    expect(mine(await see(second, shift.id))?.state).toBe('offered');
    await offersDue(shift.id, late);
    await offersDue(shift.id, late);
    expect(mine(await see(second, shift.id))?.state).toBe('lapsed');
    expect(mine(shiftIn(await answer(third, true)))).toMatchObject({ state: 'placed' });
    expect(await seatsOfOne(shift.id)).toMatchObject({ held: 1, waiting: 1, places: 1 });
  });

  it('moves up when its leader adds places, also if only the stream sees it', async () => {
    const shift = await calledShift(corps, nextDay(), 1);
    await signedUp(people[0]!, shift.id);
    await signedUp(people[1]!, shift.id);
    const { title, words, spot, meeting } = {
      title: '夜巡',
      words: '两人一组，在院里走三圈。',
      spot: '3号楼前',
      meeting: '东门岗亭',
    };
    const places = [{ slotId: 's1', roleId: 'r1', places: 2 }];
    const body = { rev: 1, title, words, spot, meeting, places };
    done(await corps.leader.post(`/shifts/${shift.id}/change`, body));
    await deliver(shiftPk(shift.id));
    expect(mine(await see(people[1]!, shift.id))?.state).toBe('offered');
    const fewer = { ...body, rev: 2, places: [{ slotId: 's1', roleId: 'r1', places: 1 }] };
    expect((await corps.leader.post(`/shifts/${shift.id}/change`, fewer)).body).toMatchObject({ code: 'places-held' });
  });

  it('holds exactly its places and its order while many come and go at once', async () => {
    const shift = await calledShift(corps, nextDay(), 3);
    await Promise.all(people.map((one) => signedUp(one, shift.id)));
    await Promise.all(people.slice(0, 3).map((one) => cancel(one, shift.id)));
    await Promise.all(people.slice(0, 3).map((one) => askSignUp(one, shift.id)));
    const seats = await seatsOfOne(shift.id);
    const states = await Promise.all(people.map(async (one) => mine(await see(one, shift.id))?.state ?? ''));
    const holding = states.filter((state) => state === 'placed' || state === 'offered');
    expect(holding).toHaveLength(3);
    expect(seats).toMatchObject({ held: 3, waiting: 5 });
    const tickets = await queryAll({ pk: shiftPk(shift.id), prefix: 'WAIT#', consistent: true });
    const waiting = tickets.filter((item) => item['answerBy'] === undefined).map((item) => Number(item['ticket']));
    const offered = tickets.filter((item) => item['answerBy'] !== undefined).map((item) => Number(item['ticket']));
    // Whoever was offered a place had come before everybody who still waits.
    for (const ticket of offered) expect(ticket).toBeLessThan(Math.min(...waiting));
  }, 30_000);
});

it('is listed for its leader as far as anybody reads, however many wait', async () => {
  const shift = await calledShift(corps, nextDay(), 1);
  const [first] = people;
  await signedUp(first!, shift.id);
  const { id: shiftId, startsAt, endsAt } = shift;
  const part = { shiftId, slotId: 's1', roleId: 'r1', startsAt, endsAt };
  const waits = { ...part, state: 'waiting' as const, at: 1, since: 1, insure: false, op: 'o', opHash: 'h' };
  await Promise.all(
    Array.from({ length: 130 }, (_, index) =>
      putLine({ volunteerId: `w${String(index)}`, day: 'd', dayRev: 1, signUp: { ...waits, ticket: 130 - index } }),
    ),
  );
  const { items } = rosterIn(await corps.leader.get(`/shifts/${shift.id}/roster`));
  const waiting = items.filter(({ state }) => state === 'waiting').map(({ ticket }) => ticket);
  expect(waiting).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

describe('giving up', () => {
  it('is free until the limit, then noted as late and nothing else, and over when the slot begins', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    await signedUp(people[0]!, shift.id);
    await signedUp(people[1]!, shift.id);
    done(await cancel(people[0]!, shift.id));
    jest.spyOn(Date, 'now').mockReturnValue(startsAt - MINUTE);
    expect(mine(await see(people[1]!, shift.id))).toMatchObject({ late: true });
    const key = 'cancel-once-000001';
    done(await cancel(people[1]!, shift.id, key));
    done(await cancel(people[1]!, shift.id, key));
    jest.spyOn(Date, 'now').mockReturnValue(startsAt);
    expect((await cancel(people[1]!, shift.id)).body).toMatchObject({ code: 'shift-begun' });
    const past = z.parse(
      z.object({ items: z.array(MySignUp) }),
      done(await people[1]!.get('/volunteers/me/sign-ups?limit=50')),
    );
    expect(past.items.find(({ shiftId }) => shiftId === shift.id)).toMatchObject({ state: 'cancelled', late: true });
    expect(await seatsOfOne(shift.id)).toMatchObject({ held: 0 });
  });
});

describe('a shift its leader changes', () => {
  it('is moved: everybody goes along, is told, and may give up freely', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 2);
    await signedUp(people[0]!, shift.id);
    await deliver(volunteerPk(people[0]!.personId));
    const later = startsAt + DAY;
    const body = {
      rev: 1,
      slots: [{ id: 's1', startsAt: later, endsAt: later + HOUR }],
      opensAt: startsAt - 30 * DAY,
      closesAt: later,
      cancelUntil: startsAt,
      reason: '下雨',
    };
    expect((await people[0]!.post(`/shifts/${shift.id}/move`, body)).body).toMatchObject({ code: 'move-not-allowed' });
    done(await corps.leader.post(`/shifts/${shift.id}/move`, body));
    // Before the stream has carried it along, it is still theirs.
    expect(mine(await see(people[0]!, shift.id))?.state).toBe('placed');
    await deliver(shiftPk(shift.id));
    await deliver(volunteerPk(people[0]!.personId), shiftPk(shift.id));
    const listed = z.parse(
      z.object({ items: z.array(MySignUp) }),
      done(await people[0]!.get('/volunteers/me/sign-ups?limit=50')),
    );
    expect(listed.items.filter(({ shiftId }) => shiftId === shift.id)).toMatchObject([
      { startsAt: later, state: 'placed' },
    ]);
    expect(rosterIn(await corps.leader.get(`/shifts/${shift.id}/roster`)).items).toHaveLength(1);
    jest.spyOn(Date, 'now').mockReturnValue(later - MINUTE);
    expect(mine(await see(people[0]!, shift.id))).toMatchObject({ late: false });
    done(await cancel(people[0]!, shift.id));
  });

  it('is cancelled: nobody comes in any more and the time is everybody’s own again', async () => {
    const startsAt = nextDay();
    const shift = await calledShift(corps, startsAt, 1);
    await signedUp(people[0]!, shift.id);
    await signedUp(people[1]!, shift.id);
    await deliver(volunteerPk(people[0]!.personId), volunteerPk(people[1]!.personId));
    done(await corps.leader.post(`/shifts/${shift.id}/cancel`, { rev: 1, reason: '大雪' }));
    expect((await askSignUp(people[2]!, shift.id)).body).toMatchObject({ code: 'shift-over' });
    await deliver(shiftPk(shift.id));
    await deliver(shiftPk(shift.id));
    for (const one of people.slice(0, 2)) expect(mine(await see(one, shift.id))?.state).toBe('called-off');
    const again = await calledShift(corps, startsAt, 1);
    expect(mine(await signedUp(people[0]!, again.id))).toMatchObject({ state: 'placed' });
  });
});

describe('entering others', () => {
  it('is the leader’s and the community’s, for people of the community, also without an account', async () => {
    const shift = await calledShift(corps, nextDay(), 2);
    const recorded = z.parse(
      z.looseObject({ volunteerId: z.string() }),
      done(
        await corps.worker.post(`/communities/${corps.communityId}/volunteers`, { name: '李示例', bornOn: '1950-02' }),
      ),
    );
    const body = { volunteerId: recorded.volunteerId, slotId: 's1', roleId: 'r1' };
    expect((await people[0]!.post(`/shifts/${shift.id}/sign-up-for`, body)).status).toBe(404);
    done(await corps.worker.post(`/shifts/${shift.id}/sign-up-for`, body));
    await deliver(volunteerPk(recorded.volunteerId));
    const roster = rosterIn(await corps.leader.get(`/shifts/${shift.id}/roster`));
    expect(roster.items).toMatchObject([{ name: '李示例', recorded: true, state: 'placed', acts: ['cancel'] }]);
    expect(JSON.stringify(roster)).not.toMatch(/1990000\d{4}/);
    expect((await people[0]!.get(`/shifts/${shift.id}/roster`)).status).toBe(404);
    const off = { volunteerId: recorded.volunteerId, slotId: 's1' };
    done(await corps.leader.post(`/shifts/${shift.id}/cancel-sign-up-for`, off));
    expect(await seatsOfOne(shift.id)).toMatchObject({ held: 0 });
  });
});
