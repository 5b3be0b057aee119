import type { RequestView } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { changesOf, deliver, imageOf, tell } from './deliver-for-tests';
import { openCounts, promises } from './public';
import { call, fileAtHome, fileLamp, move, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'md');
}, 30_000);

const Page = z.object({ items: z.array(z.object({ id: z.string(), rev: z.int(), words: z.optional(z.string()) })) });
const idsAt = async (someone: Someone, path: string): Promise<string[]> => {
  const answer = await call(someone, 'GET', path);
  return z.parse(Page, answer.body).items.map(({ id }) => id);
};
const queue = (someone: Someone, filter = 'all') =>
  call(someone, 'GET', `/organisations/${village.propertyId}/queue?filter=${filter}`);

/** Files, then everything up to done, with every image kept to be told again in any order. */
const wholeLife = async (): Promise<{ view: RequestView; changes: Awaited<ReturnType<typeof changesOf>> }> => {
  const { dispatcher, technician, resident } = village;
  let view = await fileAtHome(village);
  const changes = await changesOf(view.id);
  await deliver(view.id);
  const step = async (someone: Someone, verb: string, body: object = {}): Promise<void> => {
    const old = await imageOf(view.id);
    view = await moved(someone, view, verb, body);
    changes.push(...(await changesOf(view.id, old)));
  };
  await step(dispatcher, 'assign', { assigneeId: technician.personId });
  await step(dispatcher, 'assign', { assigneeId: dispatcher.personId });
  await step(dispatcher, 'start');
  await step(dispatcher, 'resolve', { words: '换好了' });
  await step(resident, 'confirm', { satisfied: true });
  return { view, changes };
};

it('ends the same whatever is told again, late and out of order', async () => {
  const { view, changes } = await wholeLife();
  const anyOrder = [...changes].reverse();
  await tell([...changes, ...anyOrder]);
  await Promise.all([tell(changes), tell(anyOrder), tell(changes)]);
  expect(await idsAt(village.resident, '/requests/mine')).toContain(view.id);
  const mine = z.parse(Page, (await call(village.resident, 'GET', '/requests/mine')).body);
  expect(mine.items.find(({ id }) => id === view.id)?.rev).toBe(view.rev);
  expect((await queue(village.dispatcher)).body).toMatchObject({
    items: [],
    counts: { open: 0, fresh: 0, paused: 0, overdue: 0, dueSoon: 0 },
  });
  const rates = await call(village.resident, 'GET', `/organisations/${village.propertyId}/rates?days=30`);
  expect(rates.body).toMatchObject({
    answeredInTime: 0, // its first-answer deadline falls tomorrow or later
    confirmed: 1,
    outcomesAnswered: 1,
    satisfied: 1,
    satisfactionAnswered: 1,
    unanswered: 0,
  });
  expect(await promises(village.propertyId, 90, Date.now())).toEqual({ kept: 1, due: 1 });
  expect((await call(village.stranger, 'GET', `/organisations/${village.propertyId}/rates`)).status).toBe(404);
}, 60_000);

it('sorts the queue by what is due, filters it and pages without losing any', async () => {
  const filed: RequestView[] = [];
  for (const category of ['lighting', 'lift-fault', 'cleaning'] as const) {
    filed.push(
      await fileLamp(village, { category, ...(category === 'lift-fault' ? { answers: { stopped: '是' } } : {}) }),
    );
  }
  const [lamp, lift, cleaning] = filed;
  if (lamp === undefined || lift === undefined || cleaning === undefined) throw new Error('not filed');
  for (const { id } of filed) await deliver(id);
  const all = await queue(village.dispatcher);
  expect(all.body).toMatchObject({
    items: [{ id: lift.id }, {}, {}],
    counts: { open: 3, fresh: 3, dueSoon: 1, overdue: 0, paused: 0 },
  });
  expect((await queue(village.dispatcher, 'due-soon')).body).toMatchObject({ items: [{ id: lift.id }] });
  const accepted = await moved(village.dispatcher, lamp, 'assign', { assigneeId: village.technician.personId });
  await moved(village.technician, accepted, 'pause', { reason: '等灯', until: Date.now() + 86_400_000 });
  await deliver(lamp.id);
  expect((await queue(village.technician, 'mine')).body).toMatchObject({ items: [{ id: lamp.id }] });
  expect((await queue(village.dispatcher, 'paused')).body).toMatchObject({
    items: [{ id: lamp.id }],
    counts: { paused: 1, fresh: 2 },
  });
  const Paged = z.object({ items: z.array(z.object({ id: z.string() })), cursor: z.optional(z.string()) });
  const seen: string[] = [];
  let cursor = '';
  do {
    const path = `/organisations/${village.propertyId}/queue?limit=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = z.parse(Paged, (await call(village.dispatcher, 'GET', path)).body);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor ?? '';
  } while (cursor !== '');
  expect(seen.sort()).toEqual(filed.map(({ id }) => id).sort());
  expect((await queue(village.committeeDesk)).status).toBe(404);
  expect(await openCounts(village.propertyId)).toEqual({ open: 3, overdue: 0 });
}, 30_000);

it('offers what is near to be joined once, and shows it to the neighbourhood when cleared', async () => {
  const filed = await fileLamp(village, { category: 'greenery', words: '大树挡住了窗户' });
  await deliver(filed.id);
  // What WeChat cleared is known to all after the next telling.
  await deliver(filed.id);
  const similar = `/compounds/${village.compoundId}/requests/similar?category=greenery`;
  expect(await idsAt(village.neighbour, similar)).toEqual([filed.id]);
  expect((await call(village.stranger, 'GET', similar)).status).toBe(404);
  const joined = await moved(village.neighbour, filed, 'join');
  expect(joined).toMatchObject({ joined: 1, joinedByMe: true });
  expect((await move(village.neighbour, filed, 'join')).body).toMatchObject({ code: 'already-joined' });
  expect((await move(village.resident, filed, 'join')).body).toMatchObject({ code: 'own-request' });
  await deliver(filed.id);
  expect(await idsAt(village.neighbour, '/requests/mine')).toEqual([filed.id]);
});

it('lets the filer of a duplicate join the other in the same step', async () => {
  const first = await fileLamp(village);
  const second = viewIn(
    await call(village.neighbour, 'POST', '/requests', {
      category: 'lighting',
      words: '灯灭了',
      placeId: village.compoundId,
    }),
  );
  const marked = await moved(village.dispatcher, second, 'mark-duplicate', { of: first.id });
  expect(marked).toMatchObject({ status: 'duplicate', duplicateOf: first.id });
  const other = viewIn(await call(village.neighbour, 'GET', `/requests/${first.id}`));
  expect(other).toMatchObject({ joined: 1, joinedByMe: true, rev: 2 });
  expect((await move(village.dispatcher, first, 'mark-duplicate', { of: first.id })).body).toMatchObject({
    code: 'changed-meanwhile',
  });
});
