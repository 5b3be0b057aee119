import * as z from 'zod/mini';
import { RequestRow } from '@gongyi/shared/requests/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { upload } from '../media/media-for-tests';
import { markKept, settle } from '../media/media-store';
import type { Someone } from '../people/people-for-tests';
import { deliver } from './deliver-for-tests';
import { call, fileLamp, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'th');
}, 30_000);

const Rows = z.object({ items: z.array(RequestRow) });

/** Rows hold no address: it is looked up when they are read, so a verdict shows in every list at once. */
it('shows a photo in every list as soon as its verdict is there, and takes it out again', async () => {
  const { dispatcher, propertyId, resident } = village;
  const mediaId = await upload(resident);
  const { id } = await fileLamp(village, { photos: [mediaId] });
  await deliver(id);
  const thumbnailAt = async (someone: Someone, path: string): Promise<string | undefined> => {
    const { items } = z.parse(Rows, (await call(someone, 'GET', path)).body);
    const row = items.find((each) => each.id === id);
    expect(row).toBeDefined();
    return row?.thumbnailUrl;
  };
  const queue = `/organisations/${propertyId}/queue`;
  const viewed = async () => viewIn(await call(dispatcher, 'GET', `/requests/${id}`));
  expect(await thumbnailAt(dispatcher, queue)).toBeUndefined();
  expect((await viewed()).photos[0]?.url).toBeUndefined();

  await markKept(mediaId, Date.now());
  expect((await settle(mediaId, 'clear', 'verdict-of-test')).done).toBe(true);
  expect(await thumbnailAt(dispatcher, queue)).toContain(mediaId);
  expect(await thumbnailAt(resident, '/requests/mine')).toContain(mediaId);
  expect((await viewed()).photos[0]?.url).toContain(mediaId);
  expect((await viewed()).thumbnailUrl).toContain(mediaId);

  const decided = await call(village.gridWorker, 'POST', `/requests/${id}/content-checks`, { mediaId, clear: false });
  expect(decided.status).toBe(200);
  expect(await thumbnailAt(dispatcher, queue)).toBeUndefined();
});
