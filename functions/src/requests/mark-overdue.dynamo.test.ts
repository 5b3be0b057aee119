import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { deliver } from './deliver-for-tests';
import { findRequest } from './request-store';
import { call, fileAtHome, fileLamp, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';
import { requestsTasks } from './schedule';

const services = withServices();
let village: Village;
const start = Date.now();
beforeAll(async () => {
  village = await newVillage(services, 'mc');
  await walk(start);
}, 30_000);

/** Lets the tests act at another time; each begins later than the one before, as clocks do. */
const at = async <T>(now: number, act: () => Promise<T>): Promise<T> => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  try {
    return await act();
  } finally {
    clock.mockRestore();
  }
};
const walk = async (now: number): Promise<void> => {
  for (const task of requestsTasks) await task.run(now);
};
const look = async ({ id }: RequestView): Promise<RequestView> =>
  viewIn(await call(village.resident, 'GET', `/requests/${id}`));
const kinds = ({ timeline }: RequestView): string[] => timeline.map(({ kind }) => kind);

it('gives words that no machine judged in 30 seconds to a person, and leaves the case running', async () => {
  const filed = await fileLamp(village);
  await walk(filed.filedAt + 29_000);
  expect((await findRequest(filed.id))?.wordsCheck).toBe('pending');
  await walk(filed.filedAt + 31_000);
  const request = await findRequest(filed.id);
  expect(request).toMatchObject({ wordsCheck: 'person', rev: 1, status: 'submitted', dueAt: filed.dueAt });
  await deliver(filed.id);
  const list = await call(village.gridWorker, 'GET', '/places/mc.s1.c1/content-checks');
  expect(list.body).toMatchObject({ items: [{ requestId: filed.id, words: '单元门口的灯不亮', photos: [] }] });
  expect((await call(village.dispatcher, 'POST', `/requests/${filed.id}/content-checks`, { clear: true })).status).toBe(
    404,
  );
  expect((await call(village.gridWorker, 'POST', `/requests/${filed.id}/content-checks`, { clear: true })).status).toBe(
    200,
  );
  const seen = viewIn(await call(village.neighbour, 'GET', `/requests/${filed.id}`));
  expect(seen.words).toBe('单元门口的灯不亮');
});

it('goes on by itself at the end of a pause, with what was left', async () => {
  const begun = start + DAY;
  const until = begun + 3 * DAY;
  const filed = await at(begun, () => fileAtHome(village));
  const paused = await at(begun, async () => {
    const accepted = await moved(village.dispatcher, filed, 'accept');
    return moved(village.dispatcher, accepted, 'pause', { reason: '等配件到货', until });
  });
  const left = 7 * DAY;
  expect(paused.dueAt).toBe(until + left);
  await walk(until - MINUTE);
  expect((await look(filed)).status).toBe('paused');
  await walk(until + 5 * MINUTE);
  const resumed = await look(filed);
  expect(resumed).toMatchObject({ status: 'in-progress', dueAt: until + 5 * MINUTE + left });
  expect(resumed.timeline.at(-1)).toMatchObject({ kind: 'resumed', by: '系统', facts: { byItself: true } });
});

it('takes one level a missed deadline after three days stopped, and tells each step once', async () => {
  const filed = await at(start + 10 * DAY, () => fileLamp(village, { category: 'fire-safety', answers: {} }));
  await deliver(filed.id);
  // Due after 24 h; the clock stood for three days more, then two walkers come at once.
  const back = filed.dueAt + 3 * DAY;
  await Promise.all([walk(back), walk(back)]);
  const first = await look(filed);
  expect(kinds(first)).toEqual(['filed', 'overdue', 'overdue', 'escalated']);
  expect(first).toMatchObject({
    overdueSince: filed.dueAt,
    escalation: { level: 1, organisationName: '一社区居委会' },
    next: { level: 2, organisationName: '东街物业办' },
  });
  await walk(back + 23 * HOUR);
  expect((await look(filed)).escalation?.level).toBe(1);
  await walk(back + 24 * HOUR);
  await walk(back + 48 * HOUR);
  await walk(back + 72 * HOUR);
  const top = await look(filed);
  expect(top.escalation).toMatchObject({ level: 3, organisationName: '区指挥中心' });
  expect(kinds(top).filter((kind) => kind === 'escalated')).toHaveLength(3);
  expect(top.next).toBeUndefined();
  const { answerableIds } = (await findRequest(filed.id)) ?? { answerableIds: [] };
  expect(answerableIds).toEqual([village.propertyId, village.committeeId, village.streetId, village.centreId]);
  // Whoever it was brought to may look and answer, and finds it among what they watch.
  await deliver(filed.id);
  const watched = await call(
    village.committeeDesk,
    'GET',
    `/organisations/${village.committeeId}/queue?filter=watching`,
  );
  expect(watched.body).toMatchObject({ items: [{ id: filed.id, overdueSince: filed.dueAt }] });
  const below = await call(village.gridWorker, 'GET', '/places/mc.s1.c1/requests/overdue');
  expect(below.body).toMatchObject({ items: [{ id: filed.id }] });
}, 30_000);
