import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { getMe } from '@gongyi/shared/people/contract';
import { CommitteeView, RepairView, VoteNeed } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { keys } from '../platform/table-shape';
import { handleCommitteeDue } from './late-results';
import { deliver, done, newCompound } from './votes-for-tests';
import type { Compound } from './votes-for-tests';

const services = withServices();
let compound: Compound;
let members: Someone[];
beforeAll(async () => {
  compound = await newCompound(services, 'vc');
  const { administrator, compoundId, director } = compound;
  const joined: Someone[] = [];
  for (const name of ['委员一', '委员二', '委员三', '委员四']) {
    const person = await newPerson(services, name);
    const grant = { phone: person.phone, role: 'owners-committee-member', placeId: compoundId };
    done(await administrator.post('/grants', grant));
    joined.push(person);
  }
  members = [director, ...joined];
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});

const viewIn = (answer: Answer): CommitteeView => z.parse(CommitteeView, done(answer));
const at = (instant: number): void => {
  jest.spyOn(Date, 'now').mockReturnValue(instant);
};
const MATTERS = [{ title: '聘请审计', words: '聘请会计师事务所审计物业账目。' }];
const meeting = async (meetsAt: number): Promise<CommitteeView> => {
  const { director, compoundId } = compound;
  const body = { title: '例会', matters: MATTERS, venue: '业委会办公室', meetsAt };
  return viewIn(await director.post(`/compounds/${compoundId}/committee-votes`, body));
};
const post = (someone: Someone | undefined, id: string, verb: string, body: object = {}) =>
  api.call('POST', `/committee-votes/${id}/${verb}`, someone?.token, body);
const needsOf = async (someone: Someone, placeId: string): Promise<VoteNeed[]> =>
  z.parse(z.object({ items: z.array(VoteNeed) }), done(await someone.get(`/places/${placeId}/vote-needs`))).items;

it('is called with its agenda days ahead, by who may call it', async () => {
  const { director, owner, compoundId } = compound;
  const body = { title: '例会', matters: MATTERS, venue: '办公室', meetsAt: Date.now() + 6 * DAY };
  const path = `/compounds/${compoundId}/committee-votes`;
  expect(await director.post(path, body)).toMatchObject({ status: 422, body: { code: 'agenda-too-late' } });
  expect(await owner.post(path, { ...body, meetsAt: Date.now() + 8 * DAY })).toMatchObject({ status: 404 });
});

it('passes nothing that is the owners’, and may propose it to them', async () => {
  const { director, compoundId } = compound;
  const call = (title: string, matter: object = {}) =>
    director.post(`/compounds/${compoundId}/committee-votes`, {
      ...{ title, venue: '办公室', meetsAt: Date.now() + 8 * DAY },
      matters: [...MATTERS, { ...MATTERS[0], ...matter }],
    });
  const hiring = { status: 422, body: { code: 'owners-decide', facts: { item: 4 } } };
  expect(await call('选聘和谐物业公司')).toMatchObject(hiring);
  expect(await call('例会', { title: '解聘物业公司' })).toMatchObject(hiring);
  expect(await call('例会', { words: '同意续聘和谐物业公司三年。' })).toMatchObject(hiring);
  const proposed = { title: '提请业主大会表决续聘物业公司', words: '拟续聘和谐物业公司三年。' };
  expect(viewIn(await call('例会', proposed)).matters[1]).toMatchObject(proposed);
});

it('needs more than half of all members, counts none who is not there, and shows who said what', async () => {
  const { director, owner, secretary, officer, communityId } = compound;
  const start = Date.now();
  const meetsAt = start + 7 * DAY + HOUR;
  const called = await meeting(meetsAt);
  expect(called.members).toHaveLength(5);
  const [, one, two, three] = members;
  expect(await post(one, called.id, 'attendance')).toMatchObject({ body: { code: 'not-yet' } });
  at(meetsAt);
  expect(await post(owner, called.id, 'attendance')).toMatchObject({ status: 404 });
  expect(await post(secretary, called.id, 'attendance')).toMatchObject({ body: { code: 'not-a-member' } });
  await post(director, called.id, 'attendance');
  const two_ = viewIn(await post(one, called.id, 'attendance'));
  expect(await post(director, called.id, 'open', { rev: two_.rev })).toMatchObject({ body: { code: 'no-quorum' } });
  const three_ = viewIn(await post(two, called.id, 'attendance'));
  expect(three_.quorate).toBe(true);
  viewIn(await post(director, called.id, 'open', { rev: three_.rev }));
  const say = (someone: Someone | undefined, choice: string) =>
    post(someone, called.id, 'positions', { matterId: 'm1', choice });
  expect(await say(three, 'for')).toMatchObject({ body: { code: 'not-signed-in' } });
  const answers = await Promise.all([say(director, 'for'), say(one, 'for')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await say(one, 'against')).toMatchObject({ body: { code: 'already-stated' } });
  const open = viewIn(await api.call('GET', `/committee-votes/${called.id}`, one?.token));
  expect(open.matters[0]).toMatchObject({ stated: 2, myChoice: 'for' });
  expect(open.matters[0]?.rollCall).toBeUndefined();
  expect(await post(director, called.id, 'close', { rev: open.rev })).toMatchObject({
    body: { code: 'position-missing' },
  });
  const all = viewIn(await say(two, 'against'));
  const closed = viewIn(await post(director, called.id, 'close', { rev: all.rev }));
  // Two of the three who came, but not more than half of all five.
  expect(closed.matters[0]?.tally).toEqual({
    for: 2,
    against: 1,
    abstain: 0,
    members: 5,
    attending: 3,
    outcome: 'not-passed',
  });
  expect(closed.matters[0]?.rollCall).toContainEqual({ name: '委员二', choice: 'against' });
  expect(await api.call('GET', `/committee-votes/${called.id}`)).toMatchObject({ status: 404 });

  at(meetsAt + 3 * DAY);
  await handleCommitteeDue({ key: keys.committeeVote(called.id), dueSk: '', dueAt: 0 }, meetsAt + 3 * DAY);
  await deliver(keys.committeeVote(called.id).pk);
  for (const [someone, placeId] of [
    [secretary, communityId],
    [officer, communityId.split('.').slice(0, 2).join('.')],
  ] as const) {
    expect(await needsOf(someone, placeId)).toMatchObject([{ kind: 'committee-result-late', id: called.id }]);
  }
  const late = viewIn(await director.get(`/committee-votes/${called.id}`));
  viewIn(await post(director, called.id, 'publish', { rev: late.rev }));
  expect(await api.call('GET', `/committee-votes/${called.id}`)).toMatchObject({ status: 200 });
});

it('ends its roll-call at its hour, with a member who keeps silent as not having voted', async () => {
  const { director } = compound;
  jest.restoreAllMocks();
  const meetsAt = Date.now() + 8 * DAY;
  const called = await meeting(meetsAt);
  expect(called.endsAt).toBe(meetsAt + DAY);
  const due = (now: number) => handleCommitteeDue({ key: keys.committeeVote(called.id), dueSk: '', dueAt: 0 }, now);
  const view = async () => viewIn(await director.get(`/committee-votes/${called.id}`));
  at(meetsAt);
  for (const one of members.slice(0, 4)) await post(one, called.id, 'attendance');
  // It begins an hour late, and so ends an hour later.
  at(meetsAt + HOUR);
  const opened = viewIn(await post(director, called.id, 'open', { rev: (await view()).rev }));
  const end = meetsAt + HOUR + DAY;
  expect(opened.endsAt).toBe(end);
  const say = (someone: Someone | undefined) =>
    post(someone, called.id, 'positions', { matterId: 'm1', choice: 'for' });
  for (const one of members.slice(0, 3)) viewIn(await say(one));
  expect(await post(director, called.id, 'close', { rev: (await view()).rev })).toMatchObject({
    body: { code: 'position-missing' },
  });
  await due(end - 1);
  expect((await view()).status).toBe('open');
  at(end);
  expect(await say(members[3])).toMatchObject({ body: { code: 'move-not-allowed' } });
  await due(end);
  await due(end);
  const closed = await view();
  expect(closed).toMatchObject({ status: 'closed', closedAt: end, moves: ['publish'] });
  expect(closed.matters[0]?.tally).toMatchObject({ for: 3, members: 5, attending: 4, outcome: 'passed' });
  // One came and kept silent, one did not come: both are named, without a choice.
  const rollCall = closed.matters[0]?.rollCall ?? [];
  expect(rollCall).toHaveLength(5);
  expect(rollCall.flatMap(({ choice }) => choice ?? [])).toEqual(['for', 'for', 'for']);
  viewIn(await post(director, called.id, 'publish', { rev: closed.rev }));
});

it('lets nobody sign in or vote who has left the committee meanwhile, and counts of all members still', async () => {
  const { director, administrator } = compound;
  jest.restoreAllMocks();
  const meetsAt = Date.now() + 8 * DAY;
  const called = await meeting(meetsAt);
  const leave = async (someone: Someone | undefined) => {
    const { grants } = z.parse(getMe.reply, done(await api.call('GET', '/me', someone?.token)));
    done(await administrator.post(`/grants/${someone?.personId ?? ''}/${grants[0]?.id ?? ''}/end`));
  };
  const look = async (someone: Someone | undefined) =>
    viewIn(await api.call('GET', `/committee-votes/${called.id}`, someone?.token));
  /** Whether they are told that they have left, and what they may do as members. */
  const stands = async (someone: Someone | undefined) => {
    const { formerMember, moves } = await look(someone);
    return [formerMember, ...moves.filter((move) => move === 'attend' || move === 'state')];
  };
  at(meetsAt);
  for (const one of members.slice(0, 4)) viewIn(await post(one, called.id, 'attendance'));
  const [, , , attending, absent] = members;
  expect(await stands(absent)).toEqual([false, 'attend']);
  viewIn(await post(director, called.id, 'open', { rev: (await look(director)).rev }));
  expect(await stands(attending)).toEqual([false, 'state']);
  await leave(attending);
  await leave(absent);
  for (const one of [attending, absent]) expect(await stands(one)).toEqual([true]);
  expect(await post(absent, called.id, 'attendance')).toMatchObject({ body: { code: 'not-a-member' } });
  expect(await post(attending, called.id, 'positions', { matterId: 'm1', choice: 'for' })).toMatchObject({
    status: 409,
    body: { code: 'not-a-member' },
  });
  expect((await look(director)).members).toHaveLength(5);
});

it('announces an emergency repair at once, has another look at it, and publishes its accounts', async () => {
  const { director, worker, officer, stranger, compoundId } = compound;
  const body = {
    kind: 'roof-leak',
    title: '1号楼屋面漏水',
    words: '暴雨后顶层漏水，电表箱进水。',
    placeIds: [`${compoundId}.b1`],
    estimate: 800_000,
  };
  const path = `/compounds/${compoundId}/emergency-repairs`;
  expect(await stranger.post(path, body)).toMatchObject({ status: 404 });
  const declared = z.parse(RepairView, done(await worker.post(path, body)));
  const check = { rev: declared.rev, confirmed: true, words: '现场核实属实。' };
  const at_ = `/emergency-repairs/${declared.id}`;
  expect(await worker.post(`${at_}/check`, check)).toMatchObject({ body: { code: 'own-declaration' } });
  expect(await director.post(`${at_}/check`, check)).toMatchObject({ body: { code: 'move-not-allowed' } });
  await deliver(keys.repair(declared.id).pk);
  expect((await needsOf(worker, compoundId)).map(({ kind }) => kind)).toContain('repair-to-check');
  const confirmed = z.parse(RepairView, done(await officer.post(`${at_}/check`, check)));
  expect(confirmed.status).toBe('confirmed');
  expect(await director.post(`${at_}/finish`, { rev: confirmed.rev, words: '修好了', photos: [] })).toMatchObject({
    body: { code: 'proof-needed' },
  });
  expect(z.parse(RepairView, done(await api.call('GET', at_))).steps.map(({ kind }) => kind)).toEqual([
    'declared',
    'confirmed',
  ]);
});
