import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bootWeapp } from './boot-weapp';
import type { Weapp } from './boot-weapp';

const dist = path.resolve(__dirname, '../../miniapp/dist/weapp');

/** A server that is there but knows nothing: every page must still open and say something in words. */
const emptyApi = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((_request, reply) => {
      reply.writeHead(404, { 'content-type': 'application/problem+json', 'x-server-time': String(Date.now()) });
      reply.end(JSON.stringify({ type: 'about:blank', title: 'not found', status: 404, code: 'not-found', facts: {} }));
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describe('the built mini-program', () => {
  let server: Server;
  let app: Weapp;

  beforeAll(async () => {
    if (!existsSync(path.join(dist, 'app.json'))) throw new Error('build it first: npm run build:weapp -w miniapp');
    server = await emptyApi();
    app = bootWeapp({ dist, apiBase: `http://127.0.0.1:${portOf(server)}/api`, loginCode: () => 'demo-code' });
  });
  afterAll(() => {
    server.close();
    app.close();
  });

  it('answers a finger: a tap changes what is seen, and only that crosses the bridge', async () => {
    const page = await app.open('pages/me/index');
    await page.waitFor('特大');
    const before = page.setDataCount;
    await page.tap('特大');
    expect(page.setDataCount).toBeGreaterThan(before);
    expect(JSON.stringify(page.tree())).toContain('look-largest');
    expect(page.setDataBytes.slice(before).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(2048);
    await page.tap('标准');
  });

  it('types into a form and keeps it as a draft over leaving and coming back', async () => {
    const page = await app.open('requests/pages/file/index');
    await page.input('哪里坏了、什么情况', '三单元门灯不亮');
    const again = await app.open('requests/pages/file/index');
    expect(JSON.stringify(again.tree())).toContain('三单元门灯不亮');
  });

  it('knows every page of the sources: none is left out of the packages', () => {
    const src = path.resolve(__dirname, '../../miniapp/src');
    const made = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)pages\/[^/]+\/index\.config\.ts$/.test(file) && !file.startsWith('gallery'))
      .map((file) => file.replace('.config.ts', ''));
    expect([...app.pages].sort()).toEqual(made.sort());
    expect(app.pages).toEqual(expect.arrayContaining(['council/pages/topic/index', 'council/pages/chair/index']));
  });

  it('opens every page of every package, with words on it and no fault', async () => {
    const silent: string[] = [];
    for (const page of app.pages) {
      await app.open(page);
      if (app.page.text().trim() === '') silent.push(page);
    }
    expect(app.pages.length).toBeGreaterThanOrEqual(5);
    expect(silent).toEqual([]);
    expect(app.faults).toEqual([]);
    // There are many pages, and each is compiled and waited for.
  }, 120_000);
});
