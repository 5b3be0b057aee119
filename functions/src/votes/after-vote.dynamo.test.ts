import { randomUUID } from 'node:crypto';
import { HAND_OVER_ITEMS, HandOver, listHandOvers } from '@gongyi/shared/votes/contract';
import { RequestView } from '@gongyi/shared/requests/contract';
import { isoDate } from '@gongyi/shared/kernel/time';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { upload } from '../media/media-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { voteNow } from './ballots-for-tests';
import { beginMoving, findHandOver } from './hand-over-store';
import { done, drafted, newCompound } from './votes-for-tests';
import type { Compound } from './votes-for-tests';

const services = withServices();
let compound: Compound;
beforeAll(async () => {
  compound = await newCompound(services, 'va');
}, 60_000);

const Url = z.object({ url: z.string() });
const Refused = z.object({ code: z.string() });

/** A vote as if it had been held and published: its one matter passed, or did not. */
const publish = async (voteId: string, threshold: 'special' | 'general', outcome = 'passed'): Promise<void> => {
  const now = Date.now();
  const measure = { area: 40_000, heads: 4 };
  const none = { area: 0, heads: 0 };
  const tally = { all: measure, tookPart: measure, for: measure, against: none, abstain: none };
  const both = { area: true, heads: true };
  const article = '民法典第二百七十八条第一款第(八)项、第二款';
  const question = { questionId: 'm1', matterId: 'm1', tally, outcome, threshold, article };
  const result = {
    at: now,
    questions: [{ ...question, participation: both, agreement: both }],
    elections: [],
    ballots: { phone: 4, proxy: 0, paper: 0, spoiled: 0 },
    log: { size: 6, root: 'b'.repeat(64) },
  };
  const set = { status: 'published', noticeAt: now, publishedAt: now, result };
  await changeOnce({ key: keys.vote(voteId), set, when: 'attribute_exists(pk)', op: 'test' });
};
const hiring = async (outcome?: string): Promise<string> => {
  const matter = { kind: 'property-company-hiring', title: '选聘新的物业公司', words: '选聘新家物业。' };
  const { id } = await drafted(compound, { matters: [matter] });
  await publish(id, 'general', outcome);
  return id;
};

it('files everything of a published vote in one package, for who prepared it', async () => {
  const { director, owner, manager } = compound;
  const draft = await drafted(compound);
  const path = `/votes/${draft.id}/filing-package`;
  expect(await director.get(path)).toMatchObject({ body: { code: 'move-not-allowed' } });
  await publish(draft.id, 'special');
  for (const someone of [owner, manager]) expect(await someone.get(path)).toMatchObject({ status: 404 });
  const { url } = z.parse(Url, done(await director.get(path)));
  const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  expect(Object.keys(files).map((name) => name.slice(2))).toEqual([
    '公告.pdf',
    '表决事项.txt',
    '名册汇总.csv',
    '送达登记.csv',
    '结果公告.pdf',
    '计票记录.txt',
    '办理记录.json',
  ]);
  expect(strFromU8(files['2 表决事项.txt'] ?? new Uint8Array())).toContain('南门空地划十五个车位出租。');
  expect(strFromU8(files['6 计票记录.txt'] ?? new Uint8Array())).toContain('b'.repeat(64));
  for (const name of ['2 表决事项.txt', '6 计票记录.txt'])
    expect(strFromU8(files[name] ?? new Uint8Array()).split('\n')[0]).toContain('（征求意见）');
}, 60_000);

/** As if the rules that it was announced by had been those of a designated platform. */
const designated = async (voteId: string): Promise<void> => {
  const { rulesInForce } = await voteNow(voteId);
  const rules = { ...rulesInForce.rules, legalForce: 'designated', designatedBy: '区住建局〔2026〕8号' };
  const set = { rulesInForce: { ...rulesInForce, rules } };
  await changeOnce({ key: keys.vote(voteId), set, when: 'attribute_exists(pk)', op: 'designated' });
};
const serves = (organisationId: string, servesPlaceIds: readonly string[]) =>
  changeOnce({
    key: keys.organisation(organisationId),
    set: { servesPlaceIds },
    when: 'attribute_exists(pk)',
    op: `serves-${String(servesPlaceIds.length)}`,
  });

it('hands a compound over: open orders move, the new company serves it, the old one sees nothing of it', async () => {
  const { administrator, director, owner, manager, stranger, compoundId, companyId } = compound;
  const elsewhere = `${compoundId.slice(0, -1)}2`;
  done(await administrator.post('/places', { id: elsewhere, name: '月光小区' }));
  const next = await administrator.post('/organisations', {
    kind: 'property-company',
    name: '新家物业',
    servesPlaceIds: [elsewhere],
  });
  const { id: toId } = z.parse(z.object({ id: z.string() }), done(next));
  const newManager = await newPerson(services, '新经理');
  done(await administrator.post('/grants', { phone: newManager.phone, role: 'manager', organisationId: toId }));
  const homeId = `${compoundId}.b1.e1.h101`;
  const filed = await owner.post('/requests', {
    category: 'in-home-repair',
    words: '水龙头关不紧',
    photos: [],
    placeId: homeId,
  });
  const voteId = await hiring();
  const decided = { fromId: companyId, toId, onDay: isoDate(Date.now()) };
  const photos = [await upload(director)];
  const body = { ...decided, basis: { kind: 'vote', voteId, photos } };
  const path = `/compounds/${compoundId}/hand-overs`;
  for (const someone of [owner, manager, stranger])
    expect(await someone.post(path, body)).toMatchObject({ status: 404 });
  const refusedBy = async (basis: object, who = director) =>
    z.parse(Refused, (await who.post(path, { ...decided, basis })).body);
  for (const other of [await hiring('not-passed'), (await drafted(compound)).id, 'no-vote'])
    expect(await refusedBy({ kind: 'vote', voteId: other, photos })).toEqual({ code: 'decision-needed' });
  // What owners were only asked about is decided in its own form, which is shown.
  const bare = { kind: 'vote', voteId };
  expect(await director.post(path, { ...decided, basis: bare })).toMatchObject({
    status: 409,
    body: { code: 'decision-needed', facts: { document: true } },
  });
  expect(await director.post(path, { ...decided, basis: { ...bare, photos: [await upload(owner)] } })).toMatchObject({
    body: { code: 'photos-unknown' },
  });
  const key = randomUUID();
  const first = await director.post(path, body, key);
  let view = z.parse(HandOver, done(first));
  expect(view.basis).toMatchObject({ kind: 'vote', voteId, photos: [{ mediaId: photos[0] }] });
  expect(await director.post(path, body, key)).toEqual(first);
  const again = { ...bare, photos: [await upload(director)] };
  const twin = z.parse(HandOver, done(await director.post(path, { ...decided, basis: again })));
  const complete = () => director.post(`/hand-overs/${view.id}/complete`, { rev: view.rev });
  expect(await complete()).toMatchObject({
    body: { code: 'hand-over-incomplete', facts: { left: HAND_OVER_ITEMS.length } },
  });
  for (const item of HAND_OVER_ITEMS) {
    view = z.parse(
      HandOver,
      done(await director.post(`/hand-overs/${view.id}/items`, { rev: view.rev, item, done: true })),
    );
  }
  const { id: requestId } = z.parse(RequestView, done(filed));
  expect(await manager.get(`/requests/${requestId}`)).toMatchObject({ status: 200 });
  // The next company has as many places as one may serve: nothing has begun, and the decision is there still.
  const full = Array.from({ length: 60 }, (_, index) => `${elsewhere}${String(index)}`);
  await serves(toId, full);
  expect(await complete()).toMatchObject({ status: 409, body: { code: 'serves-too-many', facts: { most: 60 } } });
  expect(await findHandOver(view.id)).toMatchObject({ state: 'planned', rev: view.rev });
  await serves(toId, [elsewhere]);
  view = z.parse(HandOver, done(await complete()));
  expect(view).toMatchObject({ state: 'done', orders: { moved: 1 } });
  expect(await manager.get(`/requests/${requestId}`)).toMatchObject({ status: 404 });
  expect(await newManager.get(`/requests/${requestId}`)).toMatchObject({
    status: 200,
    body: { holderName: '新家物业' },
  });
  expect(await manager.get(`/compounds/${compoundId}/roll`)).toMatchObject({ status: 404 });
  expect(await newManager.get(`/compounds/${compoundId}/roll`)).toMatchObject({ status: 200 });

  // The one decision is carried out; what else was planned by it stays undone.
  expect(await director.post(path, { ...body, fromId: toId, toId: companyId })).toMatchObject({
    body: { code: 'decision-used' },
  });
  // By a vote on a designated platform that is the decision itself, no more is shown.
  const itself = await hiring();
  await designated(itself);
  const back = { fromId: toId, toId: companyId, onDay: decided.onDay, basis: { kind: 'vote', voteId: itself } };
  expect(z.parse(HandOver, done(await director.post(path, back))).basis).toEqual({ kind: 'vote', voteId: itself });
  let { rev } = twin;
  for (const item of HAND_OVER_ITEMS)
    ({ rev } = z.parse(HandOver, done(await director.post(`/hand-overs/${twin.id}/items`, { rev, item, done: true }))));
  expect(await director.post(`/hand-overs/${twin.id}/complete`, { rev })).toMatchObject({
    body: { code: 'decision-used' },
  });
});

it('is handed over without a vote by the street alone, with reason and documents, and goes on where it was cut off', async () => {
  const { administrator, director, officer, owner, compoundId, companyId } = await newCompound(services, 'vs');
  const next = await administrator.post('/organisations', {
    kind: 'property-company',
    name: '应急物业',
    servesPlaceIds: ['vs.s1.c1'],
  });
  const { id: toId } = z.parse(z.object({ id: z.string() }), done(next));
  const path = `/compounds/${compoundId}/hand-overs`;
  const planned = async (who: Someone, reason = '原物业合同到期撤离，街道应急托管') => {
    const basis = { kind: 'street', reason, photos: [await upload(who)] };
    return who.post(path, { fromId: companyId, toId, onDay: isoDate(Date.now()), basis });
  };
  expect(await planned(director)).toMatchObject({ status: 409, body: { code: 'decision-needed' } });
  const bare = { kind: 'street', reason: '应急', photos: [] };
  expect(await officer.post(path, { fromId: companyId, toId, onDay: isoDate(Date.now()), basis: bare })).toMatchObject({
    status: 400,
  });
  let view = z.parse(HandOver, done(await planned(officer)));
  expect(view.basis).toMatchObject({ kind: 'street', reason: '原物业合同到期撤离，街道应急托管', photos: [{}] });
  const may = async (who: Someone) => z.parse(listHandOvers.reply, done(await who.get(path))).mayWithoutVote;
  expect([await may(officer), await may(director)]).toEqual([true, false]);
  const homeId = `${compoundId}.b1.e1.h101`;
  const request = { category: 'in-home-repair', words: '水管漏水', photos: [], placeId: homeId };
  const { id: requestId } = z.parse(RequestView, done(await owner.post('/requests', request)));
  for (const item of HAND_OVER_ITEMS)
    view = z.parse(
      HandOver,
      done(await officer.post(`/hand-overs/${view.id}/items`, { rev: view.rev, item, done: true })),
    );
  // It died right after it began: the old company still serves, no order has moved.
  const stored = await findHandOver(view.id);
  if (stored === undefined) throw new Error('no hand-over');
  expect(await beginMoving(stored, 'died')).toMatchObject({ state: 'moving' });
  expect(await beginMoving(stored, 'other')).toBe('changed');
  const shown = z.parse(listHandOvers.reply, done(await director.get(path))).items.find(({ id }) => id === view.id);
  expect(shown).toMatchObject({ state: 'moving', mayChange: true });
  // What has begun is gone on with; a plan that has not is cancelled, and nothing more is done by it.
  const instead = z.parse(HandOver, done(await planned(officer)));
  const cancelIt = (who: Someone, rev: number, as?: string) =>
    who.post(`/hand-overs/${instead.id}/cancel`, { rev, reason: '原物业续签了' }, as);
  expect(await cancelIt(owner, instead.rev)).toMatchObject({ status: 404 });
  expect(await cancelIt(director, instead.rev + 1)).toMatchObject({ body: { code: 'changed-meanwhile' } });
  const cancelKey = randomUUID();
  const cancelled = await cancelIt(director, instead.rev, cancelKey);
  expect(cancelled).toMatchObject({
    body: { state: 'cancelled', mayChange: false, cancelled: { reason: '原物业续签了' } },
  });
  expect(await cancelIt(director, instead.rev, cancelKey)).toEqual(cancelled);
  expect(await officer.post(`/hand-overs/${instead.id}/complete`, { rev: instead.rev + 1 })).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
  expect(await director.post(`/hand-overs/${view.id}/cancel`, { rev: shown?.rev, reason: '停' })).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
  const key = randomUUID();
  const resumed = await director.post(`/hand-overs/${view.id}/complete`, { rev: shown?.rev }, key);
  expect(z.parse(HandOver, done(resumed))).toMatchObject({ state: 'done', orders: { moved: 1 } });
  expect(await director.post(`/hand-overs/${view.id}/complete`, { rev: shown?.rev }, key)).toEqual(resumed);
  expect(await owner.get(`/requests/${requestId}`)).toMatchObject({ body: { holderName: '应急物业' } });
});
