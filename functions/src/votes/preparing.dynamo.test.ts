import { DAY } from '@gongyi/shared/kernel/time';
import { checkRecord } from '@gongyi/shared/kernel/record';
import {
  Nominations,
  Readiness,
  VoteRow,
  VoteView,
  getVoteRecord,
  listRollCorrections,
} from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { districtJobs } from '../district/jobs';
import { csv, officeOf, seenOf } from '../district/roll-for-tests';
import { api, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { advanceJob } from '../platform/jobs';
import { correctionSteps, findVote, voteWrites } from './vote-store';
import { handleVoteDue } from './votes-due';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { deliverVote as deliverToBallots, runJob } from './ballots-for-tests';
import { MATTER, deliverVote, done, drafted, newCompound, voteIn } from './votes-for-tests';
import type { Compound } from './votes-for-tests';

const services = withServices();
let compound: Compound;
beforeAll(async () => {
  compound = await newCompound(services, 'vp');
}, 60_000);

const rows = async (stage: string, someone?: Someone): Promise<VoteRow[]> => {
  const answer = await api.call('GET', `/compounds/${compound.compoundId}/votes?stage=${stage}`, someone?.token);
  return z.parse(z.object({ items: z.array(VoteRow) }), done(answer)).items;
};
const look = async (id: string, someone?: Someone) => api.call('GET', `/votes/${id}`, someone?.token);
const times = () => ({ opensAt: Date.now() + 15 * DAY + 60_000, closesAt: Date.now() + 30 * DAY });
const clockAt = (voteId: string, now: number) => handleVoteDue({ key: keys.vote(voteId), dueSk: '', dueAt: now }, now);

/** A draft whose words are clear and whose counting is watched. */
const readyDraft = async (more: object = {}, within = compound): Promise<VoteView> => {
  const draft = await drafted(within, more);
  await deliverVote(draft.id);
  const { director, owner } = within;
  return voteIn(
    await director.post(`/votes/${draft.id}/amend`, {
      rev: draft.rev,
      title: draft.title,
      scope: draft.scope,
      matters: draft.matterList.map(({ id, kind, title, words, fund, election }) => ({
        id,
        kind,
        title,
        words,
        ...(fund === undefined ? {} : { fund }),
        ...(election === undefined ? {} : { election: { seats: election.seats, alternates: election.alternates } }),
      })),
      scrutineerIds: [owner.personId],
    }),
  );
};
const published = async (more: object = {}): Promise<VoteView> => {
  const draft = await readyDraft(more);
  return voteIn(await compound.director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() }));
};

it('is a draft among those who prepare it, and public from its notice on', async () => {
  const { director, owner, manager, stranger, compoundId } = compound;
  const draft = await readyDraft();
  expect(draft.matterList[0]).toMatchObject({
    threshold: 'special',
    article: '民法典第二百七十八条第一款第(八)项、第二款',
  });
  for (const someone of [owner, manager, stranger, undefined])
    expect(await look(draft.id, someone)).toMatchObject({ status: 404 });
  expect(await api.call('GET', `/compounds/${compoundId}/votes?stage=preparing`, owner.token)).toMatchObject({
    status: 404,
  });
  expect(await owner.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() })).toMatchObject({ status: 404 });
  const readiness = z.parse(Readiness, done(await director.get(`/votes/${draft.id}/readiness`)));
  expect(readiness).toMatchObject({ ready: true, electorate: { homes: 5, area: 40_000, heads: 4, coOwned: 0 } });
  const early = { opensAt: Date.now() + 14 * DAY, closesAt: Date.now() + 30 * DAY };
  expect(await director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...early })).toMatchObject({
    status: 409,
    body: { code: 'not-ready', facts: { checks: 'notice-days' } },
  });
  const vote = voteIn(await director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() }));
  await deliverVote(vote.id);
  expect(vote).toMatchObject({ status: 'on-notice', electorate: { homes: 5, area: 40_000, heads: 4 } });
  expect(z.parse(VoteView, (await look(vote.id)).body)).toMatchObject({ title: '车位表决', moves: [] });
  expect((await rows('running')).map(({ id }) => id)).toContain(vote.id);
});

it('shows the newest steps alone, however many were made, and leaves the rest to the record', async () => {
  const { director } = compound;
  const { id } = await drafted(compound);
  const step = async (kind: 'signed' | 'amended' | 'objected'): Promise<void> => {
    const vote = await findVote(id);
    if (vote === undefined) throw new Error('no vote');
    const op = `${kind}-${String(vote.rev)}`;
    const doing = { maker: CLOCK, op, now: Date.now() };
    if (!(await writeTogether(voteWrites(vote, { change: {}, event: { kind } }, doing))).done) throw new Error(op);
  };
  for (let made = 0; made < 22; made += 1) await step('amended');
  for (let made = 0; made < 25; made += 1) await step('signed');
  for (let made = 0; made < 3; made += 1) await step('objected');
  const view = voteIn(await director.get(`/votes/${id}`));
  // Rev 1 is its draft; those who signed, 24 to 48, are counted and not listed.
  expect(view.timeline.map(({ rev }) => rev)).toEqual([
    ...Array.from({ length: 17 }, (_, index) => index + 7),
    ...[49, 50, 51],
  ]);
  expect(view).toMatchObject({ rev: 51, objections: 3 });
  const Page = getVoteRecord.reply;
  const first = z.parse(Page, done(await director.get(`/votes/${id}/record?limit=50`)));
  const rest = z.parse(Page, done(await director.get(`/votes/${id}/record?limit=50&cursor=${first.cursor ?? ''}`)));
  const all = [...first.items, ...rest.items];
  expect(all.map(({ rev }) => rev)).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
  expect(checkRecord(id, all, first.head)).toEqual({ ok: true });
});

it('says what still stands against a notice', async () => {
  const draft = await drafted(compound);
  const readiness = z.parse(Readiness, done(await compound.director.get(`/votes/${draft.id}/readiness`)));
  const blocking = readiness.checks.filter(({ state }) => state === 'blocks').map(({ check }) => check);
  expect(blocking).toEqual(['words', 'scrutineers']);
});

describe('who watches the counting', () => {
  const naming = async (id: string, ...people: readonly Someone[]) => {
    const view = voteIn(await look(id, compound.director));
    const election = ({ seats, alternates }: { seats: number; alternates: number }) => ({ seats, alternates });
    return compound.director.post(`/votes/${id}/amend`, {
      ...{ rev: view.rev, title: view.title, scope: view.scope },
      matters: view.matterList.map((matter) => ({
        ...{ id: matter.id, kind: matter.kind, title: matter.title, words: matter.words },
        ...(matter.election === undefined ? {} : { election: election(matter.election) }),
      })),
      scrutineerIds: people.map(({ personId }) => personId),
    });
  };
  const scrutineersCheck = async (id: string) =>
    z
      .parse(Readiness, done(await compound.director.get(`/votes/${id}/readiness`)))
      .checks.find(({ check }) => check === 'scrutineers');
  const hire = async (someone: Someone) =>
    done(
      await compound.administrator.post('/grants', {
        ...{ phone: someone.phone, role: 'technician', organisationId: compound.companyId },
      }),
    );

  it('is nobody of the company that the owners hire, be they hired later', async () => {
    const { manager, director, worker } = compound;
    const { id } = await drafted(compound);
    await deliverVote(id);
    expect(await naming(id, manager)).toMatchObject({ status: 422, body: { code: 'works-for-company' } });
    const [first, second] = [await newPerson(services, '监票一'), await newPerson(services, '监票二')];
    voteIn(await naming(id, first, second));
    await hire(first);
    await hire(second);
    expect(await scrutineersCheck(id)).toMatchObject({ state: 'blocks', facts: { why: 'works-for-company' } });
    const { rev } = voteIn(await look(id, director));
    expect(await director.post(`/votes/${id}/publish`, { rev, ...times() })).toMatchObject({
      body: { code: 'not-ready', facts: { checks: 'scrutineers' } },
    });
    // Each is taken off, although the other may not watch either.
    voteIn(await naming(id, second));
    voteIn(await naming(id, worker));
    expect(await scrutineersCheck(id)).toMatchObject({ state: 'fine' });
  });

  it('is no candidate, be they known by their name alone', async () => {
    const { owner, neighbour, stranger } = compound;
    const election = { ...MATTER, kind: 'committee-election', title: '选举业委会', election: { seats: 5 } };
    const { id } = await drafted(compound, { matters: [election] });
    const vote = await findVote(id);
    if (vote === undefined) throw new Error('no vote');
    const stand = { about: '愿意出力', by: 'self' } as const;
    const candidates = [
      { ...stand, id: 'c1', name: '王样一', personId: owner.personId },
      { ...stand, id: 'c2', name: '赵样二' },
    ];
    const matters = vote.matters.map((one) => ({ ...one, election: { seats: 5, alternates: 0, candidates } }));
    const doing = { maker: CLOCK, op: `stand-${id}`, now: Date.now() };
    await writeTogether(voteWrites(vote, { change: { matters }, event: { kind: 'nomination-checked' } }, doing));
    for (const one of [owner, neighbour])
      expect(await naming(id, one)).toMatchObject({ status: 422, body: { code: 'stands-for-election' } });
    voteIn(await naming(id, stranger));
  });
});

it('refuses matters that the law wants more of', async () => {
  const { director, compoundId } = compound;
  const draft = (matter: object) =>
    director.post(`/compounds/${compoundId}/votes`, {
      title: '表决',
      starter: 'owners-committee',
      scope: { kind: 'compound' },
      matters: [{ ...MATTER, ...matter }],
    });
  expect(await draft({ kind: 'fund-use' })).toMatchObject({ body: { code: 'fund-plan-needed' } });
  const fund = { works: '修屋面', budget: 100, balance: 50, fromFund: 60, apportionment: 'by-area' };
  expect(await draft({ kind: 'fund-use', fund })).toMatchObject({ body: { code: 'fund-plan-uneven' } });
  expect(await draft({ kind: 'committee-election', election: { seats: 6 } })).toMatchObject({
    body: { code: 'seats-not-lawful', facts: { seats: 6, size: 6 } },
  });
  expect(await draft({ kind: 'committee-election', election: { seats: 6, size: 5 } })).toMatchObject({
    body: { code: 'seats-not-lawful' },
  });
  const vacant = voteIn(await draft({ kind: 'committee-election', election: { seats: 1, size: 5 } }));
  expect(vacant.matterList[0]?.election).toMatchObject({ seats: 1, size: 5 });
});

it('shows an owner what their homes would pay', async () => {
  const fund = { works: '修屋面', budget: 40_000, balance: 90_000, fromFund: 20_000, apportionment: 'by-area' };
  const vote = await published({ matters: [{ ...MATTER, kind: 'fund-use', fund }] });
  const view = z.parse(VoteView, (await look(vote.id, compound.owner)).body);
  expect(view.matterList[0]?.myShare).toEqual({ homes: 2, area: 15_000, fromFund: 7_500, toPay: 7_500 });
});

it('keeps a record of every step, and answers a retry as the first time', async () => {
  const { director } = compound;
  const draft = await readyDraft();
  const key = 'publish-once-please-1';
  const body = { rev: draft.rev, ...times() };
  const first = await director.post(`/votes/${draft.id}/publish`, body, key);
  const again = await director.post(`/votes/${draft.id}/publish`, body, key);
  expect(voteIn(again)).toEqual(voteIn(first));
  expect(await director.post(`/votes/${draft.id}/publish`, body)).toMatchObject({ body: { code: 'move-not-allowed' } });
  const { items, head } = z.parse(getVoteRecord.reply, done(await api.call('GET', `/votes/${draft.id}/record`)));
  expect(items.map(({ kind }) => kind)).toEqual(['drafted', 'amended', 'announced']);
  expect(checkRecord(draft.id, items, head)).toEqual({ ok: true });
});

it('corrects one line of the roll while the notice runs, with who and why', async () => {
  const { worker, owner, manager, stranger, compoundId } = compound;
  const vote = await published();
  const homeId = `${compoundId}.b1.e1.h202`;
  const body = { rev: vote.rev, homeId, area: 10_050, reason: '产权证面积为 100.50' };
  expect(await stranger.post(`/votes/${vote.id}/roll-corrections`, body)).toMatchObject({ status: 409 });
  const after = voteIn(await worker.post(`/votes/${vote.id}/roll-corrections`, body));
  expect(after.electorate).toEqual({ homes: 5, area: 40_050, heads: 4 });
  const same = await worker.post(`/votes/${vote.id}/roll-corrections`, { ...body, rev: after.rev });
  expect(same).toMatchObject({ body: { code: 'nothing-changed' } });
  await deliverVote(vote.id);
  const corrections = await owner.get(`/votes/${vote.id}/roll-corrections`);
  expect(z.parse(listRollCorrections.reply, done(corrections)).items).toMatchObject([
    { by: '居委会 李**', areaBefore: 10_000, areaAfter: 10_050, reason: '产权证面积为 100.50' },
  ]);
  expect(await manager.get(`/votes/${vote.id}/roll-corrections`)).toMatchObject({ status: 404 });
  // Every later notice counts by the roll as it is now.
  done(
    await worker.post(`/votes/${vote.id}/roll-corrections`, { ...body, rev: after.rev, area: 10_000, reason: '更正' }),
  );
});

describe('the roll of an announced vote', () => {
  let own: Compound;
  beforeAll(async () => {
    own = await newCompound(services, 'vh');
  }, 60_000);
  const office = officeOf(() => own.worker);
  const announce = async (more: object = {}): Promise<VoteView> => {
    const draft = await readyDraft(more, own);
    return voteIn(await own.director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() }));
  };
  const withdraw = async ({ id }: VoteView): Promise<void> => {
    const rev = (await findVote(id))?.rev;
    done(await own.director.post(`/votes/${id}/withdraw`, { rev, reason: '另行安排' }));
  };
  const newImport = async (area: string) => {
    const rows = csv(`1-1-101,${area},王样一,000001,,`, '1-1-102,70.00,王样一,000001,,');
    const { id } = await office.begin(own.compoundId, rows);
    const seen = seenOf(await office.preview(id));
    return { id, start: () => own.worker.post(`/roll-imports/${id}/start`, seen) };
  };

  it('takes no import until the vote is withdrawn', async () => {
    const vote = await announce();
    const { id, start } = await newImport('81.00');
    expect(await start()).toMatchObject({ status: 409, body: { code: 'roll-held' } });
    expect((await office.look(id)).state).toBe('draft');
    await withdraw(vote);
    done(await start());
    // While it writes, nothing is announced over the roll.
    const draft = await readyDraft({}, own);
    const body = { rev: draft.rev, ...times() };
    expect(await own.director.post(`/votes/${draft.id}/publish`, body)).toMatchObject({
      body: { code: 'not-ready', facts: { checks: 'roll-import' } },
    });
    await advanceJob(`roll-${id}`, districtJobs);
    expect((await office.look(id)).state).toBe('done');
    const after = voteIn(await own.director.post(`/votes/${draft.id}/publish`, body));
    expect(after.electorate).toEqual({ homes: 5, area: 40_100, heads: 4 });
    await withdraw(after);
  });

  it('is either announced or written anew, where both come at once', async () => {
    for (const area of ['82.00', '83.00', '84.00']) {
      const [draft, { id, start }] = [await readyDraft({}, own), await newImport(area)];
      const publish = () => own.director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() });
      const [published, started] = await Promise.all([publish(), start()]);
      expect([published.status, started.status].sort()).toEqual([200, 409]);
      if (published.status === 200) await withdraw(voteIn(published));
      else await advanceJob(`roll-${id}`, districtJobs);
    }
  });

  it('is corrected for every vote on notice over that home at once', async () => {
    await office.run((await office.begin(own.compoundId, csv('1-2-101,50.00,李样五,000005,,'))).id);
    const [one, two] = [await announce(), await announce()];
    const elsewhere = await announce({
      scope: { kind: 'places', placeIds: [`${own.compoundId}.b1.e2`], basis: '《办法》第三条' },
    });
    const homeId = `${own.compoundId}.b1.e1.h202`;
    const before = one.electorate?.area ?? 0;
    const body = { rev: one.rev, homeId, area: 10_070, reason: '产权证面积为 100.70' };
    const key = 'correct-once-please';
    const corrected = voteIn(await own.worker.post(`/votes/${one.id}/roll-corrections`, body, key));
    expect(corrected.electorate?.area).toBe(before + 70);
    const other = await findVote(two.id);
    expect(other).toMatchObject({ rev: two.rev + 1, electorate: { area: before + 70 } });
    const list = await own.owner.get(`/votes/${two.id}/roll-corrections`);
    expect(z.parse(listRollCorrections.reply, done(list)).items).toMatchObject([{ areaAfter: 10_070 }]);
    const { items, head } = z.parse(getVoteRecord.reply, done(await api.call('GET', `/votes/${two.id}/record`)));
    expect(checkRecord(two.id, items, head)).toEqual({ ok: true });
    expect((await findVote(elsewhere.id))?.rev).toBe(elsewhere.rev);
    // A retry of it writes nothing a second time, for either.
    done(await own.worker.post(`/votes/${one.id}/roll-corrections`, body, key));
    expect((await findVote(two.id))?.rev).toBe(other?.rev);
    // Two corrections by two votes at once: both stand in both.
    const [a, b] = [await findVote(one.id), await findVote(two.id)];
    const change = (vote: typeof a, area: number, home: string) =>
      own.worker.post(`/votes/${vote?.id ?? ''}/roll-corrections`, {
        ...{ rev: vote?.rev, homeId: `${own.compoundId}.b1.e1.${home}`, area, reason: '更正' },
      });
    const answers = await Promise.all([change(a, 10_080, 'h202'), change(b, 6_010, 'h201')]);
    const codes = answers.map(({ status }) => status);
    expect(codes).toContain(200);
    const [lastOne, lastTwo] = [await findVote(one.id), await findVote(two.id)];
    const done200 = codes.filter((status) => status === 200).length;
    expect(lastOne?.rev).toBe((a?.rev ?? 0) + done200);
    expect(lastTwo).toMatchObject({ rev: (b?.rev ?? 0) + done200, electorate: lastOne?.electorate });
    // One of them is being frozen: nothing is corrected under it.
    await clockAt(two.id, two.opensAt ?? 0);
    const late = { rev: lastOne?.rev, homeId, area: 11_000, reason: '更正' };
    expect(await own.worker.post(`/votes/${one.id}/roll-corrections`, late)).toMatchObject({
      status: 409,
      body: { code: 'roll-held' },
    });
  });
});

it('lists corrections of the roll page by page, newest first, and the same once it is frozen', async () => {
  const own = await newCompound(services, 'vk');
  const draft = await readyDraft({}, own);
  const vote = voteIn(await own.director.post(`/votes/${draft.id}/publish`, { rev: draft.rev, ...times() }));
  const homeId = `${own.compoundId}.b1.e1.h201`;
  for (const [at, area] of [6_100, 6_200, 6_300].entries()) {
    const body = { rev: vote.rev + at, homeId, area, reason: '更正' };
    done(await own.worker.post(`/votes/${vote.id}/roll-corrections`, body));
  }
  const path = `/votes/${vote.id}/roll-corrections`;
  const page = async (cursor = '') =>
    z.parse(listRollCorrections.reply, done(await own.owner.get(`${path}?limit=2${cursor}`)));
  const pages = async () => {
    const first = await page();
    const second = await page(`&cursor=${first.cursor ?? ''}`);
    expect(second.cursor).toBeUndefined();
    return [first, second].map(({ items }) => items.map(({ areaAfter }) => areaAfter));
  };
  expect(await pages()).toEqual([[6_300, 6_200], [6_100]]);
  const { cursor } = await page();
  expect(await own.worker.get(`${path}?cursor=${cursor ?? ''}`)).toMatchObject({ body: { code: 'cursor-invalid' } });
  // As many steps are passed over as owners signed for the vote.
  const revs = (await correctionSteps({ id: vote.id, petition: { signed: vote.rev } })).map(({ rev }) => rev);
  expect(revs).toEqual([1, 2, 3].map((at) => vote.rev + at));
  await clockAt(vote.id, vote.opensAt ?? 0);
  await runJob('vote-open', vote.id);
  expect((await findVote(vote.id))?.status).toBe('opening');
  expect(await pages()).toEqual([[6_300, 6_200], [6_100]]);
});

it('sends callers to a building or an entrance, never to a whole compound', async () => {
  const { worker, director, compoundId } = compound;
  const { id, rev } = await published();
  const to = (placeId: string) =>
    director.post(`/votes/${id}/callers`, { rev, callers: [{ personId: worker.personId, placeId }] });
  expect(await to(compoundId)).toMatchObject({ body: { code: 'place-unknown' } });
  expect(await to(`${compoundId}.b1.e1.h101`)).toMatchObject({ body: { code: 'place-unknown' } });
  expect(voteIn(await to(`${compoundId}.b1.e1`)).rev).toBe(rev + 1);
});

it('opens by the clock, and is not withdrawn any more once its ballots are made', async () => {
  const { director } = compound;
  const vote = await published();
  const opensAt = vote.opensAt ?? 0;
  await clockAt(vote.id, opensAt - 1);
  expect((await findVote(vote.id))?.status).toBe('on-notice');
  await clockAt(vote.id, opensAt);
  expect((await findVote(vote.id))?.status).toBe('opening');
  await deliverToBallots(vote.id);
  await runJob('vote-open', vote.id);
  expect(
    await director.post(`/votes/${vote.id}/withdraw`, { rev: (await findVote(vote.id))?.rev, reason: '太晚' }),
  ).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
});

it('gathers a fifth of all heads: once a head, and then it is demanded', async () => {
  const { owner, neighbour, stranger, director, compoundId } = compound;
  const body = {
    title: '请求表决',
    scope: { kind: 'compound' },
    matters: [MATTER],
    until: Date.now() + 30 * DAY,
  };
  expect(await stranger.post(`/compounds/${compoundId}/petitions`, body)).toMatchObject({ status: 404 });
  const petition = voteIn(await owner.post(`/compounds/${compoundId}/petitions`, body));
  expect(petition).toMatchObject({ status: 'collecting', petition: { signed: 0, needed: 1, heads: 4 } });
  await deliverVote(petition.id);
  const key = 'sign-once-please-1';
  const signed = voteIn(await neighbour.post(`/votes/${petition.id}/signatures`, {}, key));
  expect(signed).toMatchObject({ status: 'draft', petition: { signed: 1 }, signedByMe: true });
  expect(voteIn(await neighbour.post(`/votes/${petition.id}/signatures`, {}, key))).toMatchObject({ rev: signed.rev });
  const other = { rev: signed.rev, title: '别的', scope: body.scope, matters: [MATTER] };
  expect(await director.post(`/votes/${petition.id}/amend`, other)).toMatchObject({ body: { code: 'petition-fixed' } });
});

it('lets one head sign once, however many of its homes and tries', async () => {
  const { owner, neighbour, compoundId, secretary, communityId } = compound;
  const rules = z.parse(
    z.object({ version: z.number(), rules: z.looseObject({}) }),
    done(await secretary.get(`/communities/${communityId}/voting-rules`)),
  );
  const changed = { seen: rules.version, rules: { ...rules.rules, petitionPercent: 50 }, reason: '试' };
  done(await secretary.put(`/communities/${communityId}/voting-rules`, changed));
  const body = { title: '再请求', scope: { kind: 'compound' }, matters: [MATTER], until: Date.now() + DAY };
  const petition = voteIn(await owner.post(`/compounds/${compoundId}/petitions`, body));
  const answers = await Promise.all([1, 2, 3].map(() => owner.post(`/votes/${petition.id}/signatures`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await findVote(petition.id))?.petition?.signed).toBe(1);
  // The head that is missing would complete it: not any more at its end, even before the clock has come to it.
  expect(voteIn(await look(petition.id, neighbour)).moves).toContain('sign');
  jest.spyOn(Date, 'now').mockReturnValue(body.until);
  expect(voteIn(await look(petition.id, neighbour)).moves).not.toContain('sign');
  expect(await neighbour.post(`/votes/${petition.id}/signatures`)).toMatchObject({
    body: { code: 'move-not-allowed', facts: { status: 'collecting' } },
  });
  jest.restoreAllMocks();
  await clockAt(petition.id, body.until);
  expect((await findVote(petition.id))?.status).toBe('withdrawn');
  expect(await neighbour.post(`/votes/${petition.id}/signatures`)).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
});

it('publishes candidates whose eligibility was checked, and tells the others why not', async () => {
  const { director, worker, owner, neighbour, compoundId } = compound;
  const draft = await readyDraft({
    matters: [{ ...MATTER, kind: 'committee-election', title: '选举业委会', election: { seats: 5, alternates: 1 } }],
  });
  const until = Date.now() + DAY;
  const open = voteIn(await director.post(`/votes/${draft.id}/nominations/call`, { rev: draft.rev, until }));
  expect(open.status).toBe('nominating');
  const [mine, theirs] = ['h101', 'h103'].map((home) => `${compoundId}.b1.e1.${home}`);
  const nomination = { matterId: 'm1', by: 'self', name: '王样一', homeId: mine, about: '愿意出力' };
  const path = `/votes/${draft.id}/nominations`;
  expect(await owner.post(path, { ...nomination, homeId: theirs })).toMatchObject({
    body: { code: 'not-an-owner-there' },
  });
  const first = z.parse(
    z.object({ items: z.array(z.object({ id: z.string() })) }),
    done(await owner.post(path, nomination)),
  );
  expect(await owner.post(path, nomination)).toMatchObject({ body: { code: 'already-nominated' } });
  done(await owner.post(path, { matterId: 'm1', by: 'owners', name: '赵样二', homeId: theirs, about: '热心' }));
  const id = first.items[0]?.id ?? '';
  const supported = (answer: Answer) =>
    z.parse(Nominations, done(answer)).items.map((one) => [one.id === id, one.supportedByMe]);
  expect(supported(await neighbour.post(`${path}/${id}/support`))).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
  expect(supported(await worker.get(path)).every(([, mine]) => mine === false)).toBe(true);
  expect(await neighbour.post(`${path}/${id}/check`, { eligible: true })).toMatchObject({ status: 409 });
  await clockAt(draft.id, until);
  const checks = z.parse(Readiness, done(await director.get(`/votes/${draft.id}/readiness`))).checks;
  expect(checks.find(({ check }) => check === 'nominations')).toMatchObject({
    state: 'blocks',
    facts: { unchecked: 2 },
  });
  expect(await worker.post(`${path}/${id}/check`, { eligible: false })).toMatchObject({
    body: { code: 'reason-needed' },
  });
  done(await worker.post(`${path}/${id}/check`, { eligible: true }));
  const vote = await findVote(draft.id);
  expect(vote?.matters[0]?.election?.candidates).toMatchObject([{ id: 'c1', name: '王样一', by: 'self' }]);

  // Another matter before it: its candidates stay with it, and it is checked under its own name.
  await clockAt(draft.id, until);
  const amend = async (matters: readonly object[]) =>
    director.post(`/votes/${draft.id}/amend`, {
      rev: (await findVote(draft.id))?.rev,
      title: '选举',
      scope: { kind: 'compound' },
      matters,
    });
  const election = { ...MATTER, kind: 'committee-election', election: { seats: 5, alternates: 1 } };
  const both = voteIn(await amend([MATTER, { ...election, id: 'm1' }]));
  expect(both.matterList.map(({ id: matterId, election: of }) => [matterId, of?.candidates.length])).toEqual([
    ['m2', undefined],
    ['m1', 1],
  ]);
  const [, other] = z.parse(Nominations, done(await worker.get(path))).items;
  done(await worker.post(`${path}/${other?.id ?? ''}/check`, { eligible: true }));
  expect((await findVote(draft.id))?.matters[1]?.election?.candidates).toHaveLength(2);
  expect(await amend([{ ...election, id: 'm9' }])).toMatchObject({ body: { code: 'matter-unknown' } });
  // A new election is another: nobody was nominated for it.
  const fresh = voteIn(await amend([election]));
  expect(fresh.matterList).toMatchObject([{ id: 'm3', election: { candidates: [] } }]);
});
