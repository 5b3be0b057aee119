import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { safePush } from '../../../infra/local/wechat/safe-mode';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { begin, callback, gatewayEvent, picture, send, upload } from './media-for-tests';
import { findMedia, markAsked } from './media-store';
import { VERDICT_WITHIN_MS, checkPhoto } from './photo-check';
import {
  checkWords,
  photoChangeOf,
  photoViews,
  photosToDecide,
  readOwnFile,
  requireOwnPhotos,
  setPhotoVerdict,
} from './public';
import { mediaTasks } from './schedule';
import { wechatPush } from './wechat-push';

const services = withServices({ callback });
jest.setTimeout(30_000);

let lan: Someone;
let wei: Someone;
beforeAll(async () => {
  lan = await newPerson(services, '兰');
  wei = await newPerson(services, '伟');
});

const used = async (by: Someone, bytes?: Uint8Array): Promise<string> => {
  const mediaId = await upload(by, bytes);
  expect(await requireOwnPhotos([mediaId], by.personId, 'req1', Date.now())).toBeUndefined();
  return mediaId;
};
const checked = async (by: Someone, bytes?: Uint8Array): Promise<string> => {
  const mediaId = await used(by, bytes);
  await checkPhoto(mediaId, Date.now());
  await services.wechat.media.idle();
  return mediaId;
};
const stateOf = async (mediaId: string) => (await findMedia(mediaId))?.state;
const tick = (now: number) => Promise.all(mediaTasks.map((task) => task.run(now)));

const verdictMessage = (traceId: string, suggest: string) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: traceId,
  version: 2,
  errcode: 0,
  result: { suggest, label: 100 },
});
const push = (message: object) => {
  const { query, body } = safePush(message, lan.openid, services.wechat.app, 'gh_test', Date.now());
  return wechatPush(gatewayEvent('POST', query, body));
};

describe('an upload', () => {
  it('must be of the type and size its form names', async () => {
    const form = await begin(lan);
    expect(await send(form, picture(), { 'Content-Type': 'text/html' })).toBe(403);
    expect(await send(form, picture(), { key: 'incoming/other/photo' })).toBe(403);
    expect(await send(form, Buffer.alloc(10_485_761))).toBe(400);
    expect(await send(form, picture())).toBeLessThan(300);
    const large = await lan.post('/media', { contentType: 'text/csv', bytes: 6_000_000 });
    expect(large).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  it('is begun once for one key', async () => {
    const key = randomUUID();
    const ask = (bytes: number) => lan.post('/media', { contentType: 'image/png', bytes }, key);
    const [one, two] = await Promise.all([ask(10), ask(10)]);
    const { mediaId } = z.parse(z.object({ mediaId: z.string() }), one.body);
    expect(two.body).toMatchObject({ mediaId });
    expect(await ask(11)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is taken into use only by its owner and only when it is there', async () => {
    const { mediaId } = await begin(lan);
    const refused = { refused: 'photos-unknown', facts: { missing: 1 } };
    expect(await requireOwnPhotos([mediaId], lan.personId, 'r', Date.now())).toEqual(refused);
    const there = await upload(lan);
    expect(await requireOwnPhotos([there], wei.personId, 'r', Date.now())).toEqual(refused);
    expect(await requireOwnPhotos([there, 'nothing'], lan.personId, 'r', Date.now())).toEqual(refused);
    const uses = ['r1', 'r2', 'r1'].map((id) => requireOwnPhotos([there, there], lan.personId, id, Date.now()));
    expect(await Promise.all(uses)).toEqual([undefined, undefined, undefined]);
    expect((await findMedia(there))?.usedBy.sort()).toEqual(['r1', 'r2']);
  });

  it('is read back by its owner if it is what it says', async () => {
    const form = await begin(lan, 'text/csv');
    await send(form, Buffer.from('房号,面积\n101,88.5'));
    expect(await readOwnFile(form.mediaId, wei.personId)).toBeUndefined();
    const file = await readOwnFile(form.mediaId, lan.personId);
    expect(file?.contentType).toBe('text/csv');
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('房号,面积\n101,88.5');
    const sheet = await begin(lan, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    await send(sheet, Buffer.from('MZ'));
    expect(await readOwnFile(sheet.mediaId, lan.personId)).toBeUndefined();
  });
});

describe('a photo', () => {
  it('is its owner’s alone until it is clear, then everybody’s, byte for byte', async () => {
    const bytes = picture();
    const mediaId = await used(lan, bytes);
    expect(await photoViews([mediaId], wei.personId)).toEqual([{ mediaId, state: 'pending' }]);
    const [own] = await photoViews([mediaId], lan.personId);
    expect(own?.url).toEqual(expect.any(String));
    await checkPhoto(mediaId, Date.now());
    await services.wechat.media.idle();
    const [seen] = await photoViews([mediaId], wei.personId);
    expect(seen?.state).toBe('clear');
    const answer = await fetch(seen?.url ?? '');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['违规', 'held'],
    ['待审', 'person'],
  ])('with %s in it is %s and shown to nobody else', async (words, state) => {
    const mediaId = await checked(lan, picture(words));
    expect(await photoViews([mediaId], wei.personId)).toEqual([{ mediaId, state }]);
  });

  it('is held when it is not a picture', async () => {
    const mediaId = await checked(lan, Buffer.from('<script>alert(1)</script>'));
    expect(await stateOf(mediaId)).toBe('held');
  });

  it('shows what was checked, whatever its form uploads afterwards', async () => {
    const form = await begin(lan);
    const first = picture();
    await send(form, first);
    await requireOwnPhotos([form.mediaId], lan.personId, 'req1', Date.now());
    await checkPhoto(form.mediaId, Date.now());
    await services.wechat.media.idle();
    expect(await send(form, picture('违规'))).toBeLessThan(300);
    const [seen] = await photoViews([form.mediaId], wei.personId);
    const shown = Buffer.from(await (await fetch(seen?.url ?? '')).arrayBuffer());
    expect(shown).toEqual(first);
  });

  it('is held when another was put in its place before it was checked', async () => {
    const form = await begin(lan);
    await send(form, picture());
    await requireOwnPhotos([form.mediaId], lan.personId, 'req1', Date.now());
    await send(form, picture());
    await checkPhoto(form.mediaId, Date.now());
    expect(await stateOf(form.mediaId)).toBe('held');
  });

  it('is decided on and shown only from where nobody can replace it', async () => {
    const mediaId = await used(lan);
    expect(await photosToDecide([mediaId])).toEqual([{ mediaId, state: 'pending' }]);
    const byId = wei.personId;
    expect(await setPhotoVerdict(mediaId, true, { byId, op: 'early' })).toMatchObject({ refused: 'photos-unknown' });
    await tick(Date.now() + 31 * MINUTE);
    expect(await stateOf(mediaId)).toBe('person');
    expect((await photosToDecide([mediaId]))[0]?.url).toContain(`media/${mediaId}`);
    expect(await setPhotoVerdict(mediaId, true, { byId, op: 'late' })).toBeUndefined();
  });

  it('waits for a person when its owner was not active lately', async () => {
    const mediaId = await used(wei);
    const past = Date.now() - 3 * HOUR;
    jest.spyOn(Date, 'now').mockReturnValueOnce(past);
    services.wechat.touch(wei.openid);
    jest.restoreAllMocks();
    await checkPhoto(mediaId, Date.now());
    expect(await stateOf(mediaId)).toBe('person');
  });

  it('waits for a person when its owner is gone, and names no account of theirs', async () => {
    const leaver = await newPerson(services, '离开');
    const mediaId = await used(leaver);
    expect(JSON.stringify(await getItem(keys.media(mediaId)))).not.toContain(leaver.openid);
    expect((await leaver.post('/me/delete', { confirm: '删除我的账号' })).status).toBe(200);
    await checkPhoto(mediaId, Date.now());
    expect(await stateOf(mediaId)).toBe('person');
  });

  it('is asked about again by the clock when the stream’s try was lost', async () => {
    const mediaId = await used(lan);
    await tick(Date.now() + MINUTE);
    expect((await findMedia(mediaId))?.traceId).toBeUndefined();
    await tick(Date.now() + 3 * MINUTE);
    await services.wechat.media.idle();
    expect(await stateOf(mediaId)).toBe('clear');
  });

  it('goes to a person after half an hour without a verdict, and no sooner', async () => {
    const mediaId = await used(lan);
    // WeChat took the question and never answers.
    await markAsked(mediaId, randomUUID(), Date.now() + VERDICT_WITHIN_MS);
    await tick(Date.now() + 29 * MINUTE);
    expect(await stateOf(mediaId)).toBe('pending');
    await tick(Date.now() + 31 * MINUTE);
    expect(await stateOf(mediaId)).toBe('person');
  });

  it('stays as a person decided, whatever a machine says later', async () => {
    const mediaId = await checked(lan, picture('待审'));
    const traceId = (await findMedia(mediaId))?.traceId ?? '';
    expect(await setPhotoVerdict(mediaId, false, { byId: wei.personId, op: 'op1' })).toBeUndefined();
    await push(verdictMessage(traceId, 'pass'));
    expect(await stateOf(mediaId)).toBe('held');
  });

  it('tells what shows it when its state changes', async () => {
    const mediaId = await used(lan);
    const media = await findMedia(mediaId);
    const change = { pk: `MEDIA#${mediaId}`, sk: 'MEDIA', at: 0, eventId: 'e', expired: false };
    const before = { ...media, usedBy: new Set(media?.usedBy) };
    expect(photoChangeOf({ ...change, old: before, new: { ...before, state: 'clear' } })).toEqual({
      mediaId,
      ownerId: lan.personId,
      state: 'clear',
      usedBy: ['req1'],
    });
    expect(photoChangeOf({ ...change, old: before, new: before })).toBeUndefined();
  });
});

describe('WeChat’s push', () => {
  it('is believed when it comes before the check was noted', async () => {
    const mediaId = await used(lan);
    const real = globalThis.fetch;
    const early = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
      const answer = await real(...asked);
      const [url] = asked;
      if (url instanceof URL && url.pathname === '/wxa/media_check_async') {
        const { trace_id: traceId } = z.parse(z.object({ trace_id: z.string() }), await answer.clone().json());
        expect((await push(verdictMessage(traceId, 'risky'))).statusCode).toBe(200);
        expect(await stateOf(mediaId)).toBe('pending');
      }
      return answer;
    });
    await checkPhoto(mediaId, Date.now());
    early.mockRestore();
    expect(await stateOf(mediaId)).toBe('held');
    // WeChat's own verdict for that picture follows, and changes nothing.
    await services.wechat.media.idle();
    expect(await stateOf(mediaId)).toBe('held');
  });

  it('changes nothing when it is repeated or contradicts itself', async () => {
    const mediaId = await checked(lan);
    const traceId = (await findMedia(mediaId))?.traceId ?? '';
    const before = await findMedia(mediaId);
    for (const suggest of ['pass', 'risky', 'review']) {
      expect((await push(verdictMessage(traceId, suggest))).body).toBe('success');
    }
    expect(await findMedia(mediaId)).toEqual(before);
  });

  it('is refused when WeChat did not sign it', async () => {
    const mediaId = await used(lan);
    const message = verdictMessage('forged', 'pass');
    const { app } = services.wechat;
    const post = (query: Readonly<Record<string, string>>, body: string) =>
      wechatPush(gatewayEvent('POST', query, body));
    const genuine = safePush(message, lan.openid, app, 'gh_test', Date.now());
    const other = safePush(message, lan.openid, { ...app, callbackToken: 'x' }, 'gh_test', Date.now());
    const foreign = safePush(message, lan.openid, { ...app, appId: 'wx0' }, 'gh_test', Date.now());
    const forgeries = [
      post({}, genuine.body),
      post(other.query, other.body),
      post({ ...genuine.query, nonce: '1' }, genuine.body),
      post(genuine.query, safePush(verdictMessage('b', 'pass'), 'o', app, 'gh_test', Date.now()).body),
      // The plain form's signature does not cover its words, so it is not taken where safe mode is set up.
      post(genuine.query, JSON.stringify(message)),
      post(foreign.query, foreign.body),
      post(genuine.query, 'not json'),
    ];
    expect((await Promise.all(forgeries)).map(({ statusCode }) => statusCode)).toEqual(forgeries.map(() => 403));
    expect(await stateOf(mediaId)).toBe('pending');
  });

  it('begins with a handshake', async () => {
    const { query } = safePush({}, '', services.wechat.app, '', Date.now());
    const greet = (more: object) => wechatPush(gatewayEvent('GET', { ...query, echostr: 'hello', ...more }, null));
    expect(await greet({})).toMatchObject({ statusCode: 200, body: 'hello' });
    expect(await greet({ signature: 'x' })).toMatchObject({ statusCode: 403 });
  });
});

describe('words', () => {
  it('are clear only when WeChat says so', async () => {
    expect(await checkWords('楼道灯不亮', lan.openid)).toBe('clear');
    expect(await checkWords('违规', lan.openid)).toBe('held');
    expect(await checkWords('楼道灯不亮', undefined)).toBe('person');
    expect(await checkWords('楼道灯不亮', 'o-nobody')).toBe('person');
    expect(await checkWords('长'.repeat(2501), lan.openid)).toBe('person');
  });
});
