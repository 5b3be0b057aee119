import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock/clock';
import { openClock } from '../clock/clock';
import { readBody, serve } from '../http/serve';
import type { Served } from '../http/serve';
import { miniProgram } from '../phone/mini-program';
import { phoneRoutes } from '../phone/routes';
import { openApp } from '../wechat/app';
import { openMemory } from '../wechat/memory';
import type { Wechat } from '../wechat/wechat';
import { wechat } from '../wechat/wechat';
import { clockRoutes } from './clock';
import { standInHandler } from './handler';
import { outboxRoutes } from './outbox';

const PERSON = { openid: 'o-wang', name: '王<b>演示', role: '业主', phone: '13800000000' };
let folder = '';
let clock: Clock;
let server: Wechat;
let origin = '';
const servers: Served[] = [];
/** What the product was asked, and what it answers to a confirmed scan. */
const asked: { readonly path: string; readonly body: unknown; readonly token: string | undefined }[] = [];
let confirmStatus = 200;

const listen = async (handler: Parameters<typeof serve>[0]): Promise<string> => {
  const served = await serve(handler, 0, (fault) => {
    throw fault;
  });
  servers.push(served);
  return served.origin;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'control-'));
  clock = await openClock(join(folder, 'clock.json'));
  // The product's side of the wire, as far as the phone meets it.
  const product = await listen(async (request, response) => {
    const path = request.url ?? '';
    asked.push({
      path,
      body: JSON.parse((await readBody(request, 10_000)).toString()),
      token: request.headers.authorization,
    });
    const session = { token: 't'.repeat(30), renewAfter: 1, expiresAt: 2, personId: 'p1' };
    const status = path.endsWith('/confirm') ? confirmStatus : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? session : { code: 'scan-code-expired' }));
  });
  const app = await openApp(join(folder, 'app.json'));
  const memory = await openMemory(join(folder, 'wechat.json'));
  server = wechat({ memory, app, callback: `${product}/none`, now: clock.now });
  const nameOf = () => Promise.resolve(() => PERSON.name);
  origin = await listen(
    standInHandler(server, {
      ...clockRoutes(clock),
      ...outboxRoutes(server, nameOf),
      ...phoneRoutes({ wechat: server, miniProgram: miniProgram(server, `${product}/api`), stateDir: folder }),
    }),
  );
});
beforeEach(() => {
  asked.length = 0;
  confirmStatus = 200;
});
afterAll(async () => {
  await Promise.all(servers.map((each) => each.close()));
  await rm(folder, { recursive: true });
});

const page = async (path: string): Promise<string> => (await fetch(origin + path)).text();
const form = (path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const json = (path: string, fields: object): Promise<Response> =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });

describe('the demo phone', () => {
  it('says so while there is nobody yet, then lists people, escaped', async () => {
    expect(await page('/phone')).toContain('演示小区还没有建好');
    await writeFile(join(folder, 'demo-people.json'), JSON.stringify([PERSON]));
    const list = await page('/phone?code=abc');
    expect(list).toContain('王&#60;b&#62;演示');
    expect(list).not.toContain('<b>');
    expect(list).toContain('openid=o-wang&#38;code=abc');
  });

  it.each([['SCAN-1'], ['http://127.0.0.1:8311/?scan=SCAN-1'], ['weixin://x?scene=SCAN-1&y=2']])(
    'scans %s and does what the mini-program does',
    async (scanned) => {
      const answer = await form('/phone/scan', { openid: PERSON.openid, code: scanned });
      expect(answer.status).toBe(303);
      expect(await page(answer.headers.get('location') ?? '')).toContain('已确认，网页已登录');
      expect(asked.map(({ path }) => path)).toEqual(['/api/session/wechat', '/api/session/scan/SCAN-1/confirm']);
      expect(asked.map(({ token }) => token)).toEqual([undefined, `Bearer ${'t'.repeat(30)}`]);
      expect(asked[0]?.body).toEqual({ code: expect.any(String) });
    },
  );

  it('shows what the product refused', async () => {
    confirmStatus = 410;
    const answer = await form('/phone/scan', { openid: PERSON.openid, code: 'OLD' });
    expect(await page(answer.headers.get('location') ?? '')).toContain('这个码已过期');
    expect((await json('/phone/scan', { openid: PERSON.openid, code: 'OLD' })).status).toBe(409);
  });

  it('allows a message at WeChat and tells the product, and shows what arrives', async () => {
    await form('/phone/allow', { openid: PERSON.openid, template: 'request-progress' });
    expect(asked.at(-1)).toMatchObject({ path: '/api/subscriptions', body: { accepted: ['request-progress'] } });
    expect(server.messages.remaining(PERSON.openid)).toMatchObject({ 'request-progress': 1 });
    server.messages.send({
      touser: PERSON.openid,
      template_id: server.app.templates['request-progress'],
      data: { thing1: { value: '<i>楼道灯' } },
    });
    const phone = await page(`/phone?openid=${PERSON.openid}`);
    expect(phone).toContain('&#60;i&#62;楼道灯');
    expect(phone).toContain('还可收 0 条');
    expect(await page('/outbox')).toContain('楼道灯');
    const outbox = await fetch(`${origin}/outbox.json?openid=o-other`);
    expect(await outbox.json()).toEqual({ items: [] });
  });

  it('refuses malformed asks', async () => {
    expect((await json('/demo/login-code', {})).status).toBe(400);
    expect((await json('/demo/phone-code', { openid: 'o-unknown' })).status).toBe(404);
    expect((await fetch(`${origin}/nowhere`)).status).toBe(404);
  });
});

describe('the clock’s page', () => {
  it('moves time on by an amount and to a Shanghai date', async () => {
    expect(await page('/clock')).toContain('时间只能向前');
    await form('/clock', { advanceMs: '3600000' });
    expect(clock.shiftMs()).toBe(3_600_000);
    const target = new Date(clock.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await form('/clock', { to: `${target}T08:00` });
    expect(Math.abs(clock.now() - Date.parse(`${target}T00:00:00Z`))).toBeLessThan(2000);
  });

  it('does not go back', async () => {
    expect((await form('/clock', { to: '2020-01-01T00:00' })).status).toBe(400);
    expect((await json('/clock', { advanceMs: -1 })).status).toBe(400);
    expect((await json('/clock', { advanceMs: 'soon' })).status).toBe(400);
  });
});
