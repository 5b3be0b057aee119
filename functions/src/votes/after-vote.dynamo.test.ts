import { HAND_OVER_ITEMS, HandOver } from '@gongyi/shared/votes/contract';
import { RequestView } from '@gongyi/shared/requests/contract';
import { isoDate } from '@gongyi/shared/kernel/time';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { done, drafted, newCompound } from './votes-for-tests';
import type { Compound } from './votes-for-tests';

const services = withServices();
let compound: Compound;
beforeAll(async () => {
  compound = await newCompound(services, 'va');
}, 60_000);

const Url = z.object({ url: z.string() });

it('files everything of a published vote in one package, for who prepared it', async () => {
  const { director, owner, manager } = compound;
  const draft = await drafted(compound);
  const path = `/votes/${draft.id}/filing-package`;
  expect(await director.get(path)).toMatchObject({ body: { code: 'move-not-allowed' } });
  const now = Date.now();
  const measure = { area: 40_000, heads: 4 };
  const tally = {
    all: measure,
    tookPart: measure,
    for: measure,
    against: { area: 0, heads: 0 },
    abstain: { area: 0, heads: 0 },
  };
  const result = {
    at: now,
    questions: [
      {
        questionId: 'm1',
        matterId: 'm1',
        tally,
        outcome: 'passed',
        threshold: 'special',
        article: '民法典第二百七十八条第一款第(八)项、第二款',
        participation: { area: true, heads: true },
        agreement: { area: true, heads: true },
      },
    ],
    elections: [],
    ballots: { phone: 4, proxy: 0, paper: 0, spoiled: 0 },
    log: { size: 6, root: 'b'.repeat(64) },
  };
  const set = { status: 'published', noticeAt: now, publishedAt: now, result };
  await changeOnce({ key: keys.vote(draft.id), set, when: 'attribute_exists(pk)', op: 'test' });
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
}, 60_000);

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
  const body = { fromId: companyId, toId, onDay: isoDate(Date.now()) };
  const path = `/compounds/${compoundId}/hand-overs`;
  for (const someone of [owner, manager, stranger])
    expect(await someone.post(path, body)).toMatchObject({ status: 404 });
  let view = z.parse(HandOver, done(await director.post(path, body)));
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
  view = z.parse(HandOver, done(await complete()));
  expect(view).toMatchObject({ state: 'done', orders: { moved: 1 } });
  expect(await manager.get(`/requests/${requestId}`)).toMatchObject({ status: 404 });
  expect(await newManager.get(`/requests/${requestId}`)).toMatchObject({
    status: 200,
    body: { holderName: '新家物业' },
  });
  expect(await manager.get(`/compounds/${compoundId}/roll`)).toMatchObject({ status: 404 });
  expect(await newManager.get(`/compounds/${compoundId}/roll`)).toMatchObject({ status: 200 });
});
