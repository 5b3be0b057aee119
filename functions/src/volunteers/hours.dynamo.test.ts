import { CertificateView, MyHours, PointsView } from '@gongyi/shared/volunteers/contract';
import { DAY, HOUR, MINUTE, isoDate } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import { readPdf } from '../platform/read-pdf-for-tests';
import { certificateContent } from './certificate-content';
import { drawCertificate } from './certificate-paper';
import { onHours } from './on-hours';
import { onVolunteers } from '../notices/on-volunteers';
import {
  calledShift,
  changeOf,
  deliver,
  done,
  newCorps,
  newVolunteer,
  rosterIn,
  signedUp,
  volunteerPk,
} from './volunteers-for-tests';
import type { Corps } from './volunteers-for-tests';

const services = withServices();
let corps: Corps;
let one: Someone;
const BEGAN = Date.now();
let hours = 48;
/** Three hours after the one before, so that nobody's shifts overlap and sessions last. */
const nextDay = (): number => BEGAN + (hours += 3) * HOUR;
jest.setTimeout(60_000);
const at = (instant: number): void => {
  jest.spyOn(Date, 'now').mockReturnValue(instant);
};
beforeAll(async () => {
  corps = await newCorps(services, 'vh');
}, 60_000);
beforeEach(async () => {
  one = await newVolunteer(services, corps.communityId);
});
afterEach(() => jest.restoreAllMocks());

/** Ninety minutes, ticked off by the leader. */
const served = async (someone: Someone): Promise<string> => {
  const startsAt = nextDay();
  const shift = await calledShift(corps, startsAt, 3);
  await signedUp(someone, shift.id);
  const presence = (what: string) =>
    corps.leader.post(`/shifts/${shift.id}/presence`, { volunteerId: someone.personId, slotId: 's1', what });
  at(startsAt);
  done(await presence('in'));
  at(startsAt + 90 * MINUTE);
  done(await presence('out'));
  await deliver(volunteerPk(someone.personId));
  const [row] = rosterIn(await corps.leader.get(`/shifts/${shift.id}/roster`)).items;
  return row?.entryId ?? '';
};
const myHours = async (someone: Someone, year = isoDate(Date.now()).slice(0, 4)): Promise<MyHours> =>
  z.parse(MyHours, done(await someone.get(`/volunteers/me/hours?year=${year}`)));
const correct = (by: Someone, entryId: string, body: object, key?: string): Promise<Answer> =>
  by.post(`/volunteers/${one.personId}/hours/${entryId}/corrections`, { reason: '记错了', ...body }, key);

describe('the record of hours', () => {
  it('is corrected by adding, by somebody else, once however often it is sent', async () => {
    const entryId = await served(one);
    expect(await correct(one, entryId, { seen: 90, minutes: 600 })).toMatchObject({ status: 404 });
    const key = 'correct-once-00001';
    const answer = await correct(corps.leader, entryId, { seen: 90, minutes: 60 }, key);
    expect(answer).toMatchObject({ status: 200, body: { kind: 'correction', minutes: -30 } });
    expect((await correct(corps.leader, entryId, { seen: 90, minutes: 60 }, key)).status).toBe(200);
    expect((await correct(corps.worker, entryId, { seen: 90, minutes: 80 })).body).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await correct(corps.worker, entryId, { seen: 60, minutes: 60 })).body).toMatchObject({
      code: 'minutes-same',
    });
    const both = await Promise.all([70, 75].map((minutes) => correct(corps.worker, entryId, { seen: 60, minutes })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const record = await myHours(one);
    expect(record.items.find(({ id }) => id === entryId)).toMatchObject({ minutes: 90 });
    expect([70, 75]).toContain(record.items.find(({ id }) => id === entryId)?.standing);
    expect(record.items.filter(({ kind }) => kind === 'correction')).toHaveLength(2);
  });

  it('keeps what was added by hand apart, never for oneself or a day to come', async () => {
    const add = (by: Someone, more: object) =>
      by.post(`/teams/${corps.teamId}/hours`, {
        volunteerId: one.personId,
        minutes: 45,
        date: isoDate(Date.now() - DAY),
        title: '送药',
        reason: '手机没电',
        ...more,
      });
    expect((await add(one, {})).status).toBe(404);
    expect((await add(corps.leader, { volunteerId: corps.leader.personId })).body).toMatchObject({ code: 'own-hours' });
    expect((await add(corps.leader, { date: isoDate(Date.now() + 2 * DAY) })).body).toMatchObject({
      code: 'date-not-past',
    });
    expect((await add(corps.leader, { volunteerId: 'nobody' })).body).toMatchObject({ code: 'volunteer-unknown' });
    done(await add(corps.leader, {}));
    expect((await myHours(one)).sum).toEqual({ served: 0, byHand: 45, times: 1 });
  });

  it('counts into the sums of team, kind and community once, and gives points only where they are kept', async () => {
    await served(one);
    const figures = async () =>
      z
        .parse(
          z.looseObject({
            kinds: z.array(z.looseObject({ kind: z.looseObject({ id: z.string() }), sum: z.unknown() })),
          }),
          done(
            await api.call(
              'GET',
              `/places/${corps.communityId}/volunteer-figures?year=${isoDate(Date.now()).slice(0, 4)}`,
            ),
          ),
        )
        .kinds.find(({ kind }) => kind.id === 'security')?.sum;
    const before = await figures();
    await deliver(volunteerPk(one.personId));
    expect(await figures()).toEqual(before);
    expect(z.parse(PointsView, done(await one.get('/volunteers/me/points'))).items).toEqual([]);
    const settings = `/communities/${corps.communityId}/volunteer-settings`;
    expect((await one.put(settings, { seen: 0, pointsPerHour: 2, wishDays: 7 })).status).toBe(404);
    done(await corps.worker.put(settings, { seen: 0, pointsPerHour: 2, wishDays: 7 }));
    await served(one);
    await deliver(volunteerPk(one.personId));
    const balance = async () => z.parse(PointsView, done(await one.get('/volunteers/me/points'))).items[0]?.balance;
    // Ninety minutes at two an hour; the first service was told once more meanwhile, and is counted by its own entry.
    const full = (await balance()) ?? 0;
    expect(full).toBeGreaterThanOrEqual(3);
    const spend = (points: number, key?: string) =>
      corps.worker.post(
        `/communities/${corps.communityId}/points`,
        { volunteerId: one.personId, points, reason: '换毛巾' },
        key,
      );
    const key = 'spend-once-0000001';
    await Promise.all([spend(2, key), spend(2, key)]);
    expect(await balance()).toBe(full - 2);
    expect((await spend(full)).body).toMatchObject({ code: 'points-short' });
    done(await corps.worker.put(settings, { seen: 1, pointsPerHour: 0, wishDays: 7 }));
    expect((await spend(1)).body).toMatchObject({ code: 'points-off' });
  });
});

describe('a certificate', () => {
  const check = (code: string) => api.call('GET', `/certificates/${code}`);

  it('says what the record says, and anybody finds by its code what the paper says, and no more', async () => {
    expect((await one.post('/volunteers/me/certificates')).body).toMatchObject({ code: 'no-hours' });
    const entryId = await served(one);
    const key = 'certificate-000001';
    const [first, again] = [
      await one.post('/volunteers/me/certificates', {}, key),
      await one.post('/volunteers/me/certificates', {}, key),
    ];
    expect(first).toEqual(again);
    const made = z.parse(z.looseObject({ code: z.string(), number: z.string() }), done(first));
    const seen = z.parse(CertificateView, done(await check(made.code.toUpperCase().replace(/(.{4})/g, '$1-'))));
    expect(seen).toMatchObject({ sum: { served: 90, byHand: 0, times: 1 }, corrected: false });
    expect(JSON.stringify(await check(made.code))).not.toContain(one.personId);
    const { pages } = readPdf(await drawCertificate(certificateContent(seen, 'https://gongyi.example')));
    expect(pages.join('')).toContain('1 小时 30 分');
    expect((await corps.leader.get(`/volunteers/me/certificates/${made.code}/sheet`)).status).toBe(404);
    at(Date.now() + MINUTE);
    done(await correct(corps.worker, entryId, { seen: 90, minutes: 30 }));
    expect(z.parse(CertificateView, done(await check(made.code)))).toMatchObject({
      sum: { served: 90 },
      corrected: true,
    });
    // The files’ store has a clock of its own.
    jest.restoreAllMocks();
    const sheet = z.parse(
      z.object({ url: z.string() }),
      done(await one.get(`/volunteers/me/certificates/${made.code}/sheet`)),
    );
    expect((await fetch(sheet.url)).status).toBe(200);
  });

  it('cannot be made up, and whoever tries codes is stopped', async () => {
    await served(one);
    const made = z.parse(z.looseObject({ code: z.string() }), done(await one.post('/volunteers/me/certificates')));
    const near = `${made.code.slice(0, -1)}${made.code.endsWith('0') ? '1' : '0'}`;
    expect((await check(near)).status).toBe(404);
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, guess) => check(`aaaabbbbccccdddd${String(1000 + guess)}`)),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    at(Date.now() + HOUR);
    expect((await check(made.code)).status).toBe(200);
  });
});

it('takes out for an insurer and for the volunteers’ site only who allowed it', async () => {
  const startsAt = nextDay();
  const shift = await calledShift(corps, startsAt, 3);
  const other = await newVolunteer(services, corps.communityId, { exportHours: true });
  await signedUp(one, shift.id);
  await deliver(volunteerPk(one.personId));
  const insured = () => corps.leader.post(`/shifts/${shift.id}/insurance-export`);
  expect((await insured()).body).toMatchObject({ code: 'nobody-consented' });
  await signedUp(other, shift.id, { insure: true });
  await deliver(volunteerPk(other.personId));
  expect(done(await insured())).toMatchObject({ rows: 1 });
  const looks = z.parse(
    z.object({ items: z.array(z.looseObject({ what: z.string() })) }),
    done(await other.get('/me/access')),
  );
  expect(looks.items).toMatchObject([{ what: 'phone' }]);
  done(await other.put(`/shifts/${shift.id}/insurance-consent`, { slotId: 's1', given: false }));
  expect((await insured()).body).toMatchObject({ code: 'nobody-consented' });
  await served(one);
  await served(other);
  const span = { from: isoDate(Date.now() - 2 * DAY), until: isoDate(Date.now() + 60 * DAY) };
  const taken = z.parse(
    z.object({ url: z.string(), rows: z.int(), leftOut: z.int() }),
    done(await corps.worker.post(`/communities/${corps.communityId}/hours-export`, span)),
  );
  expect(taken.rows).toBeGreaterThanOrEqual(1);
  expect(taken.leftOut).toBeGreaterThanOrEqual(1);
  expect((await corps.leader.post(`/communities/${corps.communityId}/hours-export`, span)).status).toBe(404);
});

it('goes with who deletes their account, certificate and all, and their place is another’s', async () => {
  await served(one);
  const made = z.parse(z.looseObject({ code: z.string() }), done(await one.post('/volunteers/me/certificates')));
  jest.restoreAllMocks();
  const shift = await calledShift(corps, nextDay(), 1);
  const next = await newVolunteer(services, corps.communityId);
  await signedUp(one, shift.id);
  await signedUp(next, shift.id);
  const copy = JSON.stringify(done(await one.get('/me/copy')));
  expect(copy).toContain('我的志愿时长');
  expect(copy).toContain('我的服务证明');
  done(await one.post('/me/delete', { confirm: '删除我的账号' }));
  const [profile] = await queryAll({ pk: `PERSON#${one.personId}`, prefix: 'ID#PROFILE', consistent: true });
  const { onPersonDeleted } = await import('./on-person-deleted');
  const change = changeOf(profile!, { ...profile, deletedAt: undefined });
  await onPersonDeleted.on(change);
  await onPersonDeleted.on(change);
  expect(await queryAll({ pk: volunteerPk(one.personId), consistent: true })).toEqual([]);
  expect((await api.call('GET', `/certificates/${made.code}`)).status).toBe(404);
  const view = z.parse(
    z.looseObject({ slots: z.array(z.looseObject({ mine: z.looseObject({ state: z.string() }) })) }),
    done(await next.get(`/shifts/${shift.id}`)),
  );
  expect(view.slots[0]?.mine.state).toBe('offered');
});

it('counts nothing and tells nobody of what is no entry', async () => {
  const change = changeOf({ pk: volunteerPk('x'), sk: 'PROFILE' });
  await expect(Promise.all([onHours.on(change), onVolunteers.on(change)])).resolves.toEqual([undefined, undefined]);
});
