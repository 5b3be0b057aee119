import * as z from 'zod/mini';
import { beginUpload } from '@gongyi/shared/media/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { JPEG, send } from '../media/media-for-tests';
import { markKept, settle } from '../media/media-store';
import type { Someone } from '../people/people-for-tests';
import type { Item } from '../platform/table';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { deliver, tell } from './deliver-for-tests';
import { finishedWithPictures } from './public';
import { call, fileLamp, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'mf');
}, 30_000);

const upload = async (by: Someone): Promise<string> => {
  const answer = await call(by, 'POST', '/media', { contentType: 'image/jpeg', bytes: JPEG.length });
  const form = z.parse(beginUpload.reply, answer.body);
  expect(await send(form, JPEG)).toBeLessThan(300);
  return form.mediaId;
};

/** Tells a photo's change to `state`, as the stream does after somebody's verdict or none. */
const photoTold = async (mediaId: string, before: Item | undefined): Promise<void> => {
  const { pk, sk } = keys.media(mediaId);
  const now = await getItem({ pk, sk }, { consistent: true });
  await tell([{ pk, sk, old: before, new: now, at: Date.now(), eventId: `${mediaId}.x`, expired: false }]);
};

const decide = (by: Someone, requestId: string, body: object) =>
  call(by, 'POST', `/requests/${requestId}/content-checks`, body);

it('shows a photo to others only when it was cleared, and the pair when all is done', async () => {
  const before = await upload(village.resident);
  const filed = await fileLamp(village, { photos: [before] });
  expect(filed.photos[0]?.url).toBeDefined();
  const others = viewIn(await call(village.dispatcher, 'GET', `/requests/${filed.id}`));
  expect(others.photos).toEqual([{ mediaId: before, state: 'pending' }]);
  const accepted = await moved(village.dispatcher, others, 'accept');
  const started = await moved(village.dispatcher, accepted, 'start');
  const after = await upload(village.dispatcher);
  const done = await moved(village.dispatcher, started, 'resolve', { words: '换了灯', after: [after] });
  const confirmed = await moved(village.resident, done, 'confirm', { satisfied: true });
  await deliver(filed.id);
  await deliver(filed.id);
  const [unseen] = await finishedWithPictures(village.compoundId, 6);
  expect(unseen).toMatchObject({ requestId: filed.id, title: '照明 · 1号楼 1单元' });
  expect([unseen?.beforeUrl, unseen?.afterUrl]).toEqual([undefined, undefined]);
  expect((await decide(village.dispatcher, filed.id, { mediaId: after, clear: true })).status).toBe(404);
  expect((await decide(village.gridWorker, filed.id, { mediaId: 'foreign', clear: true })).status).toBe(404);
  for (const mediaId of [before, after]) {
    await markKept(mediaId, Date.now());
    expect((await decide(village.gridWorker, filed.id, { mediaId, clear: true })).status).toBe(200);
  }
  const [pair] = await finishedWithPictures(village.compoundId, 6);
  expect(pair?.beforeUrl).toContain(before);
  expect(pair?.afterUrl).toContain(after);
  expect(pair?.tookMs).toBe((confirmed.resolvedAt ?? 0) - filed.filedAt);
});

it('keeps what a person held from everybody but its author, and leaves the case alone', async () => {
  const filed = await fileLamp(village);
  const replied = await moved(village.resident, filed, 'reply', { words: '再不来就投诉' });
  expect((await decide(village.gridWorker, filed.id, { clear: false })).status).toBe(200);
  expect((await decide(village.gridWorker, filed.id, { eventRev: replied.rev, clear: false })).status).toBe(200);
  expect((await decide(village.gridWorker, filed.id, { eventRev: 99, clear: false })).status).toBe(404);
  // The machine's later word changes nothing.
  await deliver(filed.id);
  const staff = viewIn(await call(village.dispatcher, 'GET', `/requests/${filed.id}`));
  expect(staff).toMatchObject({ wordsState: 'held', rev: replied.rev, status: 'submitted', dueAt: filed.dueAt });
  expect(staff.words).toBeUndefined();
  expect(staff.timeline[1]).toMatchObject({ kind: 'replied', wordsState: 'held' });
  expect(staff.timeline[1]?.words).toBeUndefined();
  const own = viewIn(await call(village.resident, 'GET', `/requests/${filed.id}`));
  expect([own.words, own.timeline[1]?.words]).toEqual(['单元门口的灯不亮', '再不来就投诉']);
  const near = await call(village.neighbour, 'GET', `/compounds/${village.compoundId}/requests`);
  expect(JSON.stringify(near.body)).not.toContain(filed.id);
});

it('lists a photo that waits for a person, until somebody decided', async () => {
  const photo = await upload(village.resident);
  const filed = await fileLamp(village, { photos: [photo] });
  await markKept(photo, Date.now());
  const pending = await getItem(keys.media(photo), { consistent: true });
  // What the media's own check writes when no machine answers.
  expect((await settle(photo, 'person', 'no-verdict')).done).toBe(true);
  await photoTold(photo, pending);
  const path = '/places/mf.s1.c1/content-checks';
  const list = await call(village.gridWorker, 'GET', path);
  expect(list.body).toMatchObject({ items: [{ requestId: filed.id, photos: [{ mediaId: photo }] }] });
  const waiting = await getItem(keys.media(photo), { consistent: true });
  await decide(village.gridWorker, filed.id, { mediaId: photo, clear: true });
  await photoTold(photo, waiting);
  expect((await call(village.gridWorker, 'GET', path)).body).toEqual({ items: [] });
  expect((await call(village.dispatcher, 'GET', path)).status).toBe(404);
});
