import { RulesHistory } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { councilRules } from './rules-store';
import { acceptedTopic, called, done, newCouncil, sessionIn } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';

const services = withServices();
let council: Council;
beforeAll(async () => {
  council = await newCouncil(services, 'ru');
}, 30_000);

const pathOf = ({ communityId }: Council): string => `/communities/${communityId}/council-rules`;
const change = (someone: Someone, seen: number, more: object, key?: string) =>
  someone.put(pathOf(council), { seen, rules: { ...DEFAULT_COUNCIL_RULES, ...more }, reason: '居民代表会议决定' }, key);
const read = async (someone?: Someone): Promise<z.output<typeof RulesHistory>> =>
  z.parse(RulesHistory, done(await api.call('GET', pathOf(council), someone?.token)));

it('is the default until it is changed, then says who changed what', async () => {
  const { secretary, officer, worker, resident, administrator, communityId } = council;
  expect(await read()).toMatchObject({ version: 0, rules: DEFAULT_COUNCIL_RULES, changes: [], mayChange: false });
  expect((await read(secretary)).mayChange).toBe(true);
  for (const someone of [worker, resident, administrator]) {
    expect(await change(someone, 0, { noticeDays: 3 })).toMatchObject({ status: 404 });
  }
  const key = 'change-rules-once-1';
  const first = await change(secretary, 0, { noticeDays: 3 }, key);
  expect(first).toMatchObject({ status: 200, body: { version: 1, rules: { noticeDays: 3 } } });
  expect(await change(secretary, 0, { noticeDays: 3 }, key)).toEqual(first);
  expect(await change(secretary, 0, { noticeDays: 4 }, key)).toMatchObject({ body: { code: 'key-reused' } });
  expect(await change(officer, 0, { noticeDays: 7 })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', facts: { version: 1 } },
  });
  expect(await change(officer, 5, { noticeDays: 7 })).toMatchObject({ status: 409 });
  expect(await change(officer, 1, { noticeDays: 7 })).toMatchObject({ body: { version: 2 } });
  const history = await read();
  expect(history.changes.map(({ version, byName, rules }) => [version, byName, rules.noticeDays])).toEqual([
    [2, '街道 街**', 7],
    [1, '社区书记 陈**', 3],
  ]);
  expect(await councilRules.inForce(communityId)).toMatchObject({ version: 2, rules: { noticeDays: 7 } });
});

it('lets one of many who saw the same version change it', async () => {
  const { secretary, secondSecretary, officer } = council;
  const { version } = await read();
  const answers = await Promise.all(
    [secretary, secondSecretary, officer].map((someone, index) =>
      change(someone, version, { publicNoticeDays: 8 + index }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await read()).version).toBe(version + 1);
});

it('leaves a running session the version it began with', async () => {
  const { secretary } = council;
  const { version } = await read();
  expect(await change(secretary, version, { noticeDays: 2, onlineAllowed: true })).toMatchObject({ status: 200 });
  const session = await called(council, [await acceptedTopic(council, '健身器材')], Date.now() + 2 * DAY + 60_000, {
    online: true,
  });
  expect(session.rules).toMatchObject({ version: version + 1, rules: { noticeDays: 2 } });
  expect(await change(secretary, version + 1, { noticeDays: 9 })).toMatchObject({ status: 200 });
  const again = sessionIn(await secretary.get(`/sessions/${session.id}`));
  expect(again.rules).toEqual(session.rules);
});

it('gives a session the rules its topics began with, and the strictest where they differ', async () => {
  const { secretary } = council;
  const { version } = await read();
  const kept = await acceptedTopic(council, '楼道扶手');
  const loose = { noticeDays: 1, publicNoticeDays: 1, threeOfFourDecides: true, onlineAllowed: true, minutesDays: 5 };
  expect(await change(secretary, version, loose)).toMatchObject({ status: 200 });
  const body = { topicIds: [kept], startsAt: Date.now() + 2 * DAY, venue: '社区会议室' };
  expect(await secretary.post(`/compounds/${council.compoundId}/sessions`, body)).toMatchObject({
    body: { code: 'notice-too-short', facts: { noticeDays: 9 } },
  });
  const later = await acceptedTopic(council, '快递柜');
  const session = await called(council, [kept, later], Date.now() + 10 * DAY);
  expect(session.rules).toMatchObject({
    version: version + 1,
    versions: [version, version + 1],
    rules: { noticeDays: 9, publicNoticeDays: 7, onlineAllowed: false, minutesDays: 3 },
  });
});

it('is a community’s, and nobody else’s', async () => {
  const { officer, compoundId } = council;
  const body = { seen: 0, rules: DEFAULT_COUNCIL_RULES, reason: '试行' };
  expect(await officer.put(`/communities/${compoundId}/council-rules`, body)).toMatchObject({
    status: 422,
    body: { code: 'place-unknown' },
  });
  expect(await api.call('GET', `/communities/${compoundId}/council-rules`)).toMatchObject({ status: 404 });
});
