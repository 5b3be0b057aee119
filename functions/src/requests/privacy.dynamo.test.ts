import * as z from 'zod/mini';
import { inviteFamily } from '@gongyi/shared/people/contract';
import { listContentToCheck } from '@gongyi/shared/requests/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { markKept, settle } from '../media/media-store';
import { begin, picture, send, upload } from '../media/media-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { deliver, imageOf, tell } from './deliver-for-tests';
import { handleDue } from './mark-overdue';
import { finishedWithPictures } from './public';
import { call, fileAtHome, fileLamp, move, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'mp');
}, 60_000);

const consent = (by: Someone, kind: string, given: boolean) => by.post('/me/consents', { kind, given, version: '1' });

describe('a private request', () => {
  it('looks to neighbours who would join it like none, in whatever state it is', async () => {
    const filed = await fileAtHome(village);
    const absent = await move(village.neighbour, { id: 'absent', rev: 1 }, 'join');
    expect(absent.status).toBe(404);
    expect(await move(village.neighbour, filed, 'join')).toEqual(absent);
    const declined = await moved(village.dispatcher, filed, 'decline', { reason: '不在服务范围' });
    expect(await move(village.neighbour, declined, 'join')).toEqual(absent);
    expect(await move(village.neighbour, filed, 'join')).toEqual(absent);
  });

  it('is never offered to be joined', async () => {
    const filed = await fileAtHome(village);
    const staff = viewIn(await call(village.dispatcher, 'GET', `/requests/${filed.id}`));
    expect([...filed.moves, ...staff.moves]).not.toContain('join');
  });

  it('is not named to another home as what theirs is the same as', async () => {
    const [mine, theirs] = [await fileAtHome(village), await fileLamp(village)];
    const other = viewIn(
      await call(village.neighbour, 'POST', '/requests', {
        category: 'in-home-repair',
        words: '厨房漏水',
        placeId: `${village.compoundId}.b1.e1.h102`,
      }),
    );
    expect((await move(village.dispatcher, other, 'mark-duplicate', { of: mine.id })).body).toMatchObject({
      code: 'duplicate-unknown',
    });
    expect((await move(village.dispatcher, other, 'mark-duplicate', { of: theirs.id })).status).toBe(200);
    const again = await fileAtHome(village);
    expect((await move(village.dispatcher, again, 'mark-duplicate', { of: mine.id })).status).toBe(200);
  });

  it('cannot be filed for a home by who has moved out', async () => {
    const tenant = await newPerson(services, '租客');
    const invited = await village.resident.post(`/homes/${village.homeId}/invitations`, {
      relation: 'tenant',
      until: Date.now() + 1500,
    });
    const { code } = z.parse(inviteFamily.reply, invited.body);
    expect((await tenant.post('/homes/invitations/accept', { code, name: '租客' })).status).toBe(200);
    const file = () =>
      call(tenant, 'POST', '/requests', { category: 'in-home-repair', words: '门锁坏了', placeId: village.homeId });
    expect((await file()).status).toBe(200);
    await new Promise((done) => setTimeout(done, 1600));
    expect(await file()).toMatchObject({ status: 422, body: { code: 'place-unknown' } });
  });
});

describe('consent that was withdrawn', () => {
  it('keeps the name off what is public, and the number from who holds the request', async () => {
    const by = village.neighbour;
    const file = async () =>
      viewIn(
        await call(by, 'POST', '/requests', {
          category: 'lighting',
          words: '楼道灯坏了',
          placeId: `${village.compoundId}.b1`,
          contact: 'phone',
        }),
      );
    const before = await file();
    expect(before.filerName).toBe('1号楼 赵**');
    expect((await call(village.dispatcher, 'POST', `/requests/${before.id}/contact`)).body).toMatchObject({
      phone: by.phone,
    });
    await consent(by, 'publish-name', false);
    await consent(by, 'share-with-holders', false);
    const after = await file();
    const seen = viewIn(await call(village.resident, 'GET', `/requests/${after.id}`));
    expect(seen.filerName).toBe('匿名');
    expect(await call(village.dispatcher, 'POST', `/requests/${before.id}/contact`)).toMatchObject({
      status: 404,
      body: { code: 'contact-not-given' },
    });
    await consent(by, 'share-with-holders', true);
    expect((await call(village.dispatcher, 'POST', `/requests/${before.id}/contact`)).status).toBe(200);
  });
});

describe('words that wait for a person', () => {
  it('come with those for the spot, which the same verdict shows', async () => {
    const filed = await fileLamp(village, { spotWords: '垃圾站后面那个骗子家门口' });
    // Without an answer from the machine in time, by the clock.
    await handleDue({ key: keys.request(filed.id), dueSk: '', dueAt: 0 }, Date.now() + 60_000);
    await deliver(filed.id, { ...(await imageOf(filed.id)), wordsCheck: 'pending' });
    const list = await call(village.gridWorker, 'GET', '/places/mp.s1.c1/content-checks');
    const { items } = z.parse(listContentToCheck.reply, list.body);
    const shown = items.find(({ requestId, photos }) => requestId === filed.id && photos.length === 0);
    expect(shown?.words).toBe('单元门口的灯不亮\n垃圾站后面那个骗子家门口');
  });
});

describe('a photo', () => {
  it('that waited for a person before it was shown anywhere still comes before one', async () => {
    const photo = await upload(village.resident);
    const first = await fileLamp(village, { photos: [photo] });
    await markKept(photo, Date.now());
    expect((await settle(photo, 'person', 'no-verdict')).done).toBe(true);
    const second = await fileLamp(village, { photos: [photo] });
    await deliver(second.id);
    const list = await call(village.gridWorker, 'GET', '/places/mp.s1.c1/content-checks');
    const page = z.parse(listContentToCheck.reply, list.body);
    const items = page.items.filter(({ photos }) => photos.length > 0);
    expect(items).toMatchObject([{ requestId: second.id, photos: [{ mediaId: photo }] }]);
    expect(items[0]?.photos[0]?.url).toContain(`media/${photo}`);
    expect(first.id).not.toBe(second.id);
  });

  it('taken in a home is not shown to who has not signed in', async () => {
    const filed = viewIn(
      await call(village.resident, 'POST', '/requests', {
        category: 'in-home-repair',
        words: '厨房水龙头',
        placeId: village.homeId,
        visibility: 'public',
      }),
    );
    const form = await begin(village.dispatcher);
    await send(form, picture());
    const started = await moved(village.dispatcher, await moved(village.dispatcher, filed, 'accept'), 'start');
    const done = await moved(village.dispatcher, started, 'resolve', { words: '换了', after: [form.mediaId] });
    await moved(village.resident, done, 'confirm', { satisfied: true });
    await deliver(filed.id);
    await deliver(filed.id);
    expect(JSON.stringify(await finishedWithPictures(village.compoundId, 50))).not.toContain(filed.id);
  });
});

describe('who files for others', () => {
  it('is told what is missing, though they serve the compound only by their organisation', async () => {
    const body = { category: 'lift-fault', words: '电梯不动', placeId: `${village.compoundId}.b1`, channel: 'phone' };
    expect(await call(village.dispatcher, 'POST', '/requests/on-behalf', body)).toMatchObject({
      status: 422,
      body: { code: 'answers-incomplete' },
    });
    expect((await call(village.stranger, 'POST', '/requests/on-behalf', body)).status).toBe(404);
    const absent = { ...body, placeId: 'zz.s1.c1.x1.b9' };
    expect((await call(village.dispatcher, 'POST', '/requests/on-behalf', absent)).status).toBe(404);
  });
});

describe('a hotline order', () => {
  it('shows its number to staff and not to neighbours', async () => {
    const hotline = { number: 'NM-20261123-7', dueAt: Date.now() + 86_400_000 };
    const body = { category: 'lighting', words: '路灯坏了', placeId: `${village.compoundId}.b1`, hotline };
    const filed = viewIn(
      await call(village.dispatcher, 'POST', '/requests/on-behalf', { ...body, channel: 'hotline-12345' }),
    );
    expect(filed.hotline).toEqual(hotline);
    const seen = viewIn(await call(village.neighbour, 'GET', `/requests/${filed.id}`));
    expect([seen.visibility, seen.hotline]).toEqual(['public', undefined]);
  });
});

describe('who deleted their account', () => {
  it('leaves requests without name or number, and the case goes on', async () => {
    const leaver = await newPerson(services, '钱离开');
    const filed = viewIn(
      await call(leaver, 'POST', '/requests', {
        category: 'lighting',
        words: '灯坏了',
        placeId: `${village.compoundId}.b1`,
      }),
    );
    const replied = await moved(leaver, filed, 'reply', { words: '快点' });
    const phoned = viewIn(
      await call(village.gridWorker, 'POST', '/requests/on-behalf', {
        category: 'lighting',
        words: '灯坏了',
        placeId: `${village.compoundId}.b1`,
        channel: 'phone',
        callerName: '钱离开',
        callerPhone: '0474-8880000',
      }),
    );
    await deliver(filed.id);
    expect(replied.timeline[1]?.by).toContain('钱');
    const key = keys.profile(leaver.personId);
    const old = await getItem(key, { consistent: true });
    expect((await leaver.post('/me/delete', { confirm: '删除我的账号' })).status).toBe(200);
    const gone = await getItem(key, { consistent: true });
    const change = { ...key, old, new: gone, at: Date.now(), eventId: 'gone', expired: false };
    await tell([change]);
    await tell([change]);
    const seen = await call(village.dispatcher, 'GET', `/requests/${filed.id}`);
    expect(JSON.stringify(seen.body)).not.toContain('钱');
    expect(viewIn(seen)).toMatchObject({ filerName: '匿名', status: 'submitted' });
    expect((await move(village.dispatcher, viewIn(seen), 'accept')).status).toBe(200);
    // Another's call is nobody's to forget.
    expect(viewIn(await call(village.dispatcher, 'GET', `/requests/${phoned.id}`)).filerName).toBe('钱**');
  });
});
