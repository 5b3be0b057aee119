import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beginScan, beginWechatSession, getMe, pollScan } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import type { LocalSystem } from '../boot';
import { bootLocalSystem } from '../boot';

/** The system as a whole, with the built functions: what only shows when all parts run together. */
const HOUR = 3_600_000;
const PATIENCE = 240_000;
const START = fileURLToPath(new URL('../start.ts', import.meta.url));
let stateDir = '';
let system: LocalSystem;
let key = 0;

const post = async (path: string, body: object): Promise<Response> =>
  fetch(system.apiUrl + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `system-test-${String((key += 1)).padStart(6, '0')}`,
    },
    body: JSON.stringify(body),
  });
const signIn = async (openid: string) => {
  const answer = await post(beginWechatSession.path, { code: await system.loginCode(openid) });
  return z.parse(beginWechatSession.reply, await answer.json());
};
const whoAmI = async (token: string): Promise<Response> =>
  fetch(system.apiUrl + getMe.path, { headers: { authorization: `Bearer ${token}` } });
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
const untilGone = async (url: string): Promise<boolean> => {
  for (let i = 0; i < 100; i += 1) {
    if (!(await answers(url))) return true;
    await sleep(50);
  }
  return false;
};

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'system-'));
  system = await bootLocalSystem({ stateDir });
}, PATIENCE);
afterAll(async () => {
  await system.stop();
  await rm(stateDir, { recursive: true, force: true });
}, 30_000);

it('signs a person in with the code of their phone, once', async () => {
  const code = await system.loginCode('o-first');
  const first = await post(beginWechatSession.path, { code });
  expect(first.status).toBe(200);
  expect((await post(beginWechatSession.path, { code })).status).toBe(400);
  expect((await whoAmI((await signIn('o-first')).token)).status).toBe(200);
});

it('signs a web page in when the phone scans its code', async () => {
  const { code, pollSecret, url } = z.parse(beginScan.reply, await (await post(beginScan.path, {})).json());
  const poll = async () => z.parse(pollScan.reply, await (await post(pollScan.path, { code, pollSecret })).json());
  expect((await poll()).state).toBe('waiting');
  await system.control('/phone/scan', { openid: 'o-scanner', code: url });
  const { state, session } = await poll();
  expect(state).toBe('confirmed');
  const scanner = await signIn('o-scanner');
  expect(session?.personId).toBe(scanner.personId);
  await expect(system.control('/phone/scan', { openid: 'o-scanner', code: 'no-such-code' })).rejects.toThrow('409');
});

it('lives in one time: functions, signatures and sessions move on with the clock', async () => {
  const before = await signIn('o-timely');
  const serverTime = async (): Promise<number> =>
    Number((await fetch(`${system.apiUrl}/health`)).headers.get('x-server-time'));
  const earlier = await serverTime();
  await system.clock.shift(HOUR);
  expect((await serverTime()) - earlier).toBeGreaterThanOrEqual(HOUR);
  expect(Math.abs((await serverTime()) - (await system.clock.now()))).toBeLessThan(5000);
  expect((await whoAmI(before.token)).status).toBe(200);
  await system.clock.shift(31 * 24 * HOUR);
  expect((await whoAmI(before.token)).status).toBe(401);
  expect((await whoAmI((await signIn('o-timely')).token)).status).toBe(200);
}, 60_000);

it('loses nothing that was acknowledged to a power cut, nor its time', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(`o-kept-${String(i)}`)));
  const time = await system.clock.now();
  const load = Array.from({ length: 20 }, (_, i) => signIn(`o-under-way-${String(i)}`).catch(() => undefined));
  await system.kill();
  const underWay = (await Promise.all(load)).filter((each) => each !== undefined);
  expect(await untilGone(system.tableUrl)).toBe(true);
  system = await bootLocalSystem({ stateDir, build: false });
  expect(await system.clock.now()).toBeGreaterThanOrEqual(time);
  for (const { token, personId } of [...people, ...underWay]) {
    const me = z.parse(getMe.reply, await (await whoAmI(token)).json());
    expect(me.personId).toBe(personId);
  }
}, 60_000);

it('says so when its state folder is in use', async () => {
  await expect(bootLocalSystem({ stateDir, build: false })).rejects.toThrow(/is in use by process \d+/);
}, 30_000);

it('says so when its port is taken, and ends', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const child = spawn(process.execPath, ['--import', 'tsx', START], {
    env: { ...process.env, PORT: String(port), STATE_DIR: join(stateDir, 'other'), SKIP_BUILD: '1' },
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code]: unknown[] = await once(child, 'exit');
  expect([code, said]).toEqual([1, expect.stringContaining(`Port ${String(port)} is taken`)]);
  other.close();
}, 30_000);

it('ends with the command that started it, however that one ends', async () => {
  // npm passes signals on, but SIGKILL it cannot: the wrapper here is named and killed like npm.
  const wrapper = `process.title = 'npm start';
    const { fork } = require('node:child_process');
    fork(${JSON.stringify(START)}, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ignore', 'ipc'] })
      .on('message', ({ ready }) => console.log('READY ' + JSON.stringify(ready)));`;
  const folder = await mkdtemp(join(tmpdir(), 'orphan-'));
  const child = spawn(process.execPath, ['-e', wrapper], {
    env: { ...process.env, PORT: '0', STATE_DIR: folder, SEED: 'none', SKIP_BUILD: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const bytes of child.stdout) {
    said += String(bytes);
    if (said.includes('READY')) break;
  }
  const addresses = /READY (.*)/.exec(said)?.[1] ?? '{}';
  const { appUrl, tableUrl } = z.parse(z.object({ appUrl: z.string(), tableUrl: z.string() }), JSON.parse(addresses));
  expect(await answers(tableUrl)).toBe(true);
  child.kill('SIGKILL');
  expect(await untilGone(tableUrl)).toBe(true);
  expect(await untilGone(appUrl)).toBe(true);
  await rm(folder, { recursive: true, force: true });
}, 60_000);
