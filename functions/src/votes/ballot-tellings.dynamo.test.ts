import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { extended } from '@gongyi/shared/votes/vote-effects';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { upload } from '../media/media-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { jobsTask } from '../platform/jobs';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { announceVote, at, deliverVote as bringToBallots, runJob, tick, voteNow } from './ballots-for-tests';
import { ballotsJobs } from './ballots-work';
import { deliverVote, done, newCompound } from './votes-for-tests';
import type { Compound } from './votes-for-tests';
import { voteWrites } from './vote-store';

const services = withServices();
jest.setTimeout(60_000);
let compound: Compound;
beforeAll(async () => {
  compound = await newCompound(services, 'bt');
}, 60_000);

const Inbox = z.object({ items: z.array(z.object({ title: z.string(), words: z.string() })) });
const titlesOf = async (someone: Someone) =>
  z.parse(Inbox, done(await someone.get('/notices?limit=50'))).items.map(({ title }) => title);
const timesTold = async (someone: Someone, title: string) =>
  (await titlesOf(someone)).filter((one) => one === title).length;

/** A running vote over a compound of its own below the staff's community: a head for each owner. */
const openVoteOf = async (name: string, owners: readonly Someone[]): Promise<string> => {
  const heads = owners.map(({ personId }) => ({ owners: [personId], areas: [8000] }));
  const voteId = await announceVote({ compoundId: `${compound.communityId}.${name}`, heads });
  await tick();
  await runJob('vote-open', voteId);
  return voteId;
};
const onLine = (someone: Someone, voteId: string, line: number, verb: string, body: object) =>
  someone.post(`/ballots/${voteId}/lines/${String(line)}/${verb}`, body);
const takePaper = async (voteId: string, line: number, serial: number): Promise<void> => {
  const { worker } = compound;
  done(await onLine(worker, voteId, line, 'delivery', { serial, way: 'signed' }));
  done(await onLine(worker, voteId, line, 'return', { serial, by: 'collected' }));
};

it('tells the home whose paper came back, staff of 不是我投的, and the home of what became of it', async () => {
  const { worker } = compound;
  const [one, two] = [await newPerson(services, '纸一'), await newPerson(services, '纸二')];
  const voteId = await openVoteOf('x8', [one, two]);
  await takePaper(voteId, 1, 7);
  await deliverVote(voteId);
  await deliverVote(voteId);
  expect(await timesTold(one, '您家已交纸质票')).toBe(1);
  expect(await titlesOf(two)).not.toContain('您家已交纸质票');

  done(await onLine(one, voteId, 1, 'disown', { words: '不是我投的' }));
  await deliverVote(voteId);
  expect(await timesTold(worker, '有人说纸质票不是他家投的')).toBe(1);
  expect(await titlesOf(two)).not.toContain('有人说纸质票不是他家投的');

  done(await onLine(worker, voteId, 1, 'settle', { keep: false, reason: '核实为误登' }));
  await deliverVote(voteId);
  expect(await timesTold(one, '您家的纸质票作废了')).toBe(1);
});

it('tells a home’s owner who was entered to cast for it, and the one who casts, once each', async () => {
  const { worker } = compound;
  const [one, two, other] = [
    await newPerson(services, '托一'),
    await newPerson(services, '托二'),
    await newPerson(services, '受托'),
  ];
  const voteId = await openVoteOf('x7', [one, two]);
  const photos = [await upload(worker)];
  const spec = { phone: other.phone, reason: '书面委托', photos };
  done(await onLine(worker, voteId, 1, 'proxy', spec));
  await deliverVote(voteId);
  await deliverVote(voteId);
  expect(await timesTold(one, '您家已登记委托投票')).toBe(1);
  expect(await timesTold(other, '有一票由您来投')).toBe(1);
  expect(await titlesOf(two)).not.toContain('您家已登记委托投票');

  done(await onLine(worker, voteId, 1, 'proxy/end', { reason: '撤回' }));
  await deliverVote(voteId);
  expect(await timesTold(one, '您家的委托投票已撤销')).toBe(1);
  expect(await timesTold(other, '有一票不再由您来投')).toBe(1);

  // Named is the owner’s own affair: nobody else needs to hear, and the owner hears it as the one who casts.
  done(await onLine(worker, voteId, 2, 'elector', { phone: two.phone, reason: '核对证件', photos }));
  await deliverVote(voteId);
  expect(await timesTold(two, '有一票由您来投')).toBe(1);
  expect(await titlesOf(two)).not.toContain('您家的投票人已登记');
});

it('tells a proxy who is replaced, and not one who is named for the same ballot', async () => {
  const { worker } = compound;
  const [owner, first, second] = [
    await newPerson(services, '换托'),
    await newPerson(services, '先托'),
    await newPerson(services, '后托'),
  ];
  const voteId = await openVoteOf('x6', [owner]);
  const photos = [await upload(worker)];
  done(await onLine(worker, voteId, 1, 'proxy', { phone: first.phone, reason: '书面委托', photos }));
  done(await onLine(worker, voteId, 1, 'proxy', { phone: second.phone, reason: '另行委托', photos }));
  await deliverVote(voteId);
  expect(await timesTold(first, '有一票不再由您来投')).toBe(1);
  expect(await timesTold(second, '有一票由您来投')).toBe(1);

  const named = await onLine(worker, voteId, 1, 'elector', { phone: second.phone, reason: '公证委托书', photos });
  expect(done(named)).toMatchObject({ elector: { by: 'staff' } });
  await deliverVote(voteId);
  expect(await titlesOf(second)).not.toContain('有一票不再由您来投');
  const cast = await onLine(second, voteId, 1, 'cast', { choices: { m1: 'for' } });
  expect(cast.status).toBe(200);
});

const clockAt = (now: number): Promise<void> =>
  at(now, async () => {
    await tick(now);
    await jobsTask(ballotsJobs, 'ballots').run(now);
  });

it('reminds three days and one day before the end, once each, only those who have not voted', async () => {
  const [voted, onPaper, waits] = [
    await newPerson(services, '投了'),
    await newPerson(services, '纸票'),
    await newPerson(services, '没投'),
  ];
  const voteId = await openVoteOf('x9', [voted, onPaper, waits]);
  done(await onLine(voted, voteId, 1, 'cast', { choices: { m1: 'for' } }));
  await takePaper(voteId, 2, 9);
  const { closesAt = 0 } = await voteNow(voteId);

  for (const [before, times] of [
    [3 * DAY, 1],
    [DAY, 2],
  ] as const) {
    for (const now of [closesAt - before, closesAt - before + MINUTE, closesAt - before + 2 * MINUTE])
      await clockAt(now);
    await deliverVote(voteId);
    await deliverVote(voteId);
    expect(await timesTold(waits, '还没有投票')).toBe(times);
  }
  for (const someone of [voted, onPaper]) expect(await titlesOf(someone)).not.toContain('还没有投票');
});

it('reminds again by the later end of a vote that was extended on its last day, once by each', async () => {
  const waits = await newPerson(services, '还没投');
  // Later than the tests above: clocks only go on.
  const voteId = await at(Date.now() + 30 * DAY, () => openVoteOf('x5', [waits]));
  const vote = await voteNow(voteId);
  const { closesAt = 0 } = vote;
  const round = async (now: number): Promise<void> => {
    for (const later of [0, MINUTE]) await clockAt(now + later);
    await deliverVote(voteId);
  };
  for (const before of [3 * DAY, DAY]) await round(closesAt - before);
  expect(await timesTold(waits, '还没有投票')).toBe(2);

  const end = closesAt + 2 * DAY;
  await at(closesAt - 2 * MINUTE, async () => {
    const longer = extended(vote, end, '参与的人还不够');
    if (isRefusal(longer)) throw new Error(longer.refused);
    await writeTogether(voteWrites(vote, longer, { maker: CLOCK, op: 'extend', now: Date.now() }));
    await bringToBallots(voteId);
    await bringToBallots(voteId);
  });
  // What comes again once the reminder is due does not put it off.
  await at(end - DAY, () => bringToBallots(voteId));
  await round(end - DAY);
  expect(await timesTold(waits, '还没有投票')).toBe(3);
  await at(end - DAY + 2 * MINUTE, () => bringToBallots(voteId));
  await round(end - DAY / 2);
  expect(await timesTold(waits, '还没有投票')).toBe(3);
});
