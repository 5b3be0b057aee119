import { createDecipheriv, createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Served } from '../http/serve';
import { readBody, serve } from '../http/serve';
import type { WechatApp } from './app';
import { openApp } from './app';
import { wechatHandler } from './handler';
import type { WechatMemory } from './memory';
import { openMemory } from './memory';
import type { Wechat } from './wechat';
import { wechat } from './wechat';

const HOUR = 3_600_000;
const OPENID = 'o-demo';
let folder = '';
let shift = 0;
const now = (): number => Date.now() + shift;
let app: WechatApp;
let server: Wechat;
let kept: WechatMemory;
let origin = '';
let pictures: Readonly<Record<string, string>> = {};
let failures = 0;
const pushes: { readonly query: URLSearchParams; readonly body: { ToUserName: string; Encrypt: string } }[] = [];
const servers: Served[] = [];

const listen = async (handler: Parameters<typeof serve>[0]): Promise<string> => {
  const served = await serve(handler, 0, (fault) => {
    throw fault;
  });
  servers.push(served);
  return served.origin;
};

const startServer = async (callback: string): Promise<Wechat> => {
  app = await openApp(join(folder, 'app.json'));
  kept = await openMemory(join(folder, 'wechat.json'));
  return wechat({ memory: kept, app, callback, now });
};

let callback = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wechat-'));
  const product = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://product');
    if (request.method === 'GET') {
      const picture = pictures[decodeURIComponent(url.pathname)];
      response.writeHead(picture === undefined ? 404 : 200).end(picture);
      return;
    }
    const body = (await readBody(request, 10_000)).toString();
    if (failures > 0) {
      failures -= 1;
      response.writeHead(500).end();
      return;
    }
    pushes.push({ query: url.searchParams, body: JSON.parse(body) });
    response.end('success');
  });
  callback = `${product}/api/wechat/callback`;
  server = await startServer(callback);
  const answer = wechatHandler(server);
  origin = await listen(async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end();
  });
});
beforeEach(() => {
  shift = 0;
  pushes.length = 0;
  server.touch(OPENID);
});
afterAll(async () => {
  await Promise.all(servers.map((each) => each.close()));
  await rm(folder, { recursive: true });
});

const json = async (answer: Response): Promise<Record<string, unknown>> => {
  const body: Record<string, unknown> = await answer.json();
  return body;
};
const get = async (path: string, query: Record<string, string>) =>
  json(await fetch(`${origin}${path}?${new URLSearchParams(query).toString()}`));
const post = async (path: string, body: object | string) =>
  json(await fetch(origin + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }));
const credential = () => ({ grant_type: 'client_credential', appid: app.appId, secret: app.appSecret });
const token = async (force = false) =>
  String((await post('/cgi-bin/stable_token', { ...credential(), force_refresh: force }))['access_token']);
const call = async (path: string, body: object | string) => post(`${path}?access_token=${await token()}`, body);

describe('code2session', () => {
  const exchange = (js_code: string, change: Record<string, string> = {}) =>
    get('/sns/jscode2session', {
      appid: app.appId,
      secret: app.appSecret,
      js_code,
      grant_type: 'authorization_code',
      ...change,
    });

  it('gives the openid of a code, once', async () => {
    const code = server.login(OPENID);
    expect(await exchange(code)).toEqual({ openid: OPENID, session_key: expect.stringMatching(/^.{24}$/) });
    expect(await exchange(code)).toMatchObject({ errcode: 40163 });
  });

  it('refuses unknown and old codes, other apps and other secrets', async () => {
    const code = server.login(OPENID);
    expect(await exchange('0guess')).toMatchObject({ errcode: 40029 });
    expect(await exchange(code, { appid: 'wx0' })).toMatchObject({ errcode: 40013 });
    expect(await exchange(code, { secret: 'x' })).toMatchObject({ errcode: 40125 });
    shift = 6 * 60_000;
    expect(await exchange(code)).toMatchObject({ errcode: 40029 });
  });
});

describe('the stable token', () => {
  it('stays the same until it expires or one forces another', async () => {
    const first = await token();
    expect(await token()).toBe(first);
    const second = await token(true);
    expect(second).not.toBe(first);
    const path = '/wxa/msg_sec_check?access_token=';
    expect(await post(path + first, {})).toMatchObject({ errcode: 40001 });
    expect(await post('/wxa/msg_sec_check', {})).toMatchObject({ errcode: 41001 });
    shift = 3 * HOUR;
    expect(await post(path + second, {})).toMatchObject({ errcode: 42001 });
    expect(await token()).not.toBe(second);
  });

  it('is not for strangers', async () => {
    expect(await post('/cgi-bin/stable_token', { ...credential(), secret: 'x' })).toMatchObject({ errcode: 40125 });
  });
});

it('gives the phone number its owner allowed, once', async () => {
  const code = server.givePhone(OPENID, '13800000000');
  const answer = await call('/wxa/business/getuserphonenumber', { code });
  expect(answer).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '13800000000', countryCode: '86' } });
  expect(await call('/wxa/business/getuserphonenumber', { code })).toMatchObject({ errcode: 40163 });
});

describe('text checks', () => {
  const check = (content: string, change: object = {}) =>
    call('/wxa/msg_sec_check', { content, version: 2, scene: 2, openid: OPENID, ...change });

  it.each([
    ['楼道灯坏了', 'pass', 100],
    ['违规的话', 'risky', 20001],
    ['待审的话', 'review', 21000],
  ])('find %s to be %s', async (content, suggest, label) => {
    const answer = await check(content);
    expect(answer).toMatchObject({ errcode: 0, result: { suggest, label }, detail: [{ suggest }] });
    expect(answer['trace_id']).toEqual(expect.any(String));
  });

  it('need an openid active within two hours, a scene and at most 2500 characters', async () => {
    expect(await check('字'.repeat(2500))).toMatchObject({ errcode: 0 });
    expect(await check('字'.repeat(2501))).toMatchObject({ errcode: 45002 });
    expect(await check('灯', { scene: 5 })).toMatchObject({ errcode: 40129 });
    expect(await check('灯', { version: 1 })).toMatchObject({ errcode: 47001 });
    expect(await check('灯', { openid: 'o-unknown' })).toMatchObject({ errcode: 40003 });
    shift = 2 * HOUR + 1000;
    expect(await check('灯')).toMatchObject({ errcode: 61010 });
    server.touch(OPENID);
    expect(await check('灯')).toMatchObject({ errcode: 0 });
  });

  it('answer 200 to what is no JSON', async () => {
    expect(await call('/wxa/msg_sec_check', 'no json')).toMatchObject({ errcode: 47001 });
    expect(await call('/wxa/msg_sec_check', '')).toMatchObject({ errcode: 44002 });
  });
});

describe('picture checks', () => {
  /** Opens a push as the product must, from WeChat's description of safe mode. */
  const open = ({ query, body }: (typeof pushes)[number]): Record<string, unknown> => {
    const part = (name: string): string => query.get(name) ?? '';
    const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');
    expect(part('signature')).toBe(sha1(app.callbackToken, part('timestamp'), part('nonce')));
    expect(part('msg_signature')).toBe(sha1(app.callbackToken, part('timestamp'), part('nonce'), body.Encrypt));
    const key = Buffer.from(`${app.callbackAesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(body.Encrypt, 'base64'), decipher.final()]);
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const length = plain.readUInt32BE(16);
    expect(plain.subarray(20 + length).toString()).toBe(app.appId);
    const message: Record<string, unknown> = JSON.parse(plain.subarray(20, 20 + length).toString());
    return message;
  };
  const check = async (name: string): Promise<string> => {
    const media_url = `${new URL(callback).origin}/${encodeURIComponent(name)}`;
    const answer = await call('/wxa/media_check_async', {
      media_url,
      media_type: 2,
      version: 2,
      scene: 2,
      openid: OPENID,
    });
    expect(answer).toMatchObject({ errcode: 0 });
    return String(answer['trace_id']);
  };

  it.each([
    ['灯.jpg', 'bytes', 'pass'],
    ['违规.jpg', 'bytes', 'risky'],
    ['其他.jpg', 'bytes with 违规 within', 'risky'],
  ])('of %s holding %s are pushed as %s, signed and sealed', async (name, bytes, suggest) => {
    pictures = { [`/${name}`]: bytes };
    const traceId = await check(name);
    await server.media.idle();
    expect(pushes.map(open)).toEqual([
      expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: app.appId,
        trace_id: traceId,
        errcode: 0,
        result: expect.objectContaining({ suggest }),
      }),
    ]);
  });

  it('say so when the picture cannot be fetched', async () => {
    await check('gone.jpg');
    await server.media.idle();
    const [message] = pushes.map(open);
    expect(message).toMatchObject({ errcode: -1008 });
    expect(message).not.toHaveProperty('result');
  });

  it('are pushed again when the callback fails, and after a restart', async () => {
    pictures = { '/a.jpg': 'x' };
    failures = 1;
    const first = await check('a.jpg');
    await server.media.idle();
    expect(pushes.map(open)).toMatchObject([{ trace_id: first }]);
    const second = await check('a.jpg');
    await kept.saved();
    const memory = await openMemory(join(folder, 'wechat.json'));
    expect(memory.state.pending.map(({ traceId }) => traceId)).toEqual([second]);
    await server.media.idle();
    pushes.length = 0;
    const again = wechat({ memory, app, callback, now });
    again.media.resume();
    await again.media.idle();
    expect(pushes.map(open)).toMatchObject([{ trace_id: second }]);
  });
});

describe('subscribe messages', () => {
  const template = () => Object.values(app.templates)[0] ?? '';
  const send = (data: object = { thing1: { value: '楼道灯' } }, change: object = {}) =>
    call('/cgi-bin/message/subscribe/send', { touser: OPENID, template_id: template(), page: 'p', data, ...change });

  it('need one grant each and land in the outbox', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 });
    server.messages.grant(OPENID, template(), 1);
    expect(await send()).toMatchObject({ errcode: 0, msgid: expect.any(String) });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(server.outbox()).toMatchObject([{ openid: OPENID, data: { thing1: '楼道灯' }, page: 'p' }]);
  });

  it('use up no grant when they are malformed', async () => {
    server.messages.grant(OPENID, template(), 1);
    expect(await send({ thing1: { value: '字'.repeat(21) } })).toMatchObject({ errcode: 47003 });
    expect(await send({ thing1: { value: '' } })).toMatchObject({ errcode: 47003 });
    expect(await send({ words: { value: '灯' } })).toMatchObject({ errcode: 47003 });
    expect(await send(undefined, { template_id: 'none' })).toMatchObject({ errcode: 40037 });
    expect(await send(undefined, { touser: 'o-unknown' })).toMatchObject({ errcode: 40003 });
    expect(Object.values(server.messages.remaining(OPENID))).toContain(1);
  });
});

it('has no other addresses', async () => {
  expect((await fetch(`${origin}/wxa/none?access_token=x`, { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await fetch(`${origin}/demo/anything`)).status).toBe(404);
});

it('remembers the app and its grants over a restart', async () => {
  const before = app;
  const again = await startServer(callback);
  expect(app).toEqual(before);
  expect(again.messages.remaining(OPENID)).toEqual(server.messages.remaining(OPENID));
});
