import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Served } from '../http/serve';
import { serve } from '../http/serve';
import type { LambdaFunction } from '../lambda/pool';
import { startFunction } from '../lambda/pool';
import { gateway } from './gateway';

const bundle = fileURLToPath(new URL('../lambda/fixtures/http.mjs', import.meta.url));
let web = '';
let server: Served;
const functions: LambdaFunction[] = [];

const start = (name: string): LambdaFunction => {
  const spec = { name, bundle, timeoutMs: 1000, memoryMb: 128, concurrency: 1, env: {} };
  const fn = startFunction(spec, new SharedArrayBuffer(8), new PassThrough().resume());
  functions.push(fn);
  return fn;
};

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(web, 'js'));
  await writeFile(join(web, 'index.html'), '<!doctype html><title>共议</title>');
  await writeFile(join(web, 'js/app.0123abcd.js'), `// ${'x'.repeat(2000)}`);
  await writeFile(join(web, '..', 'outside.txt'), 'outside');
  const handler = gateway({
    api: start('api'),
    ballots: start('ballots'),
    callback: start('callback'),
    webFolder: web,
    clock: { now: () => 7 },
  });
  server = await serve(handler, 0, () => undefined);
});
afterAll(async () => {
  await server.close();
  await Promise.all(functions.map((fn) => fn.stop()));
  await rm(web, { recursive: true });
});

describe('requests to the functions', () => {
  it('arrive as API Gateway hands them over', async () => {
    const answer = await fetch(`${server.origin}/api/things/%E5%85%B1?a=1&a=2&__proto__=x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: '{"words":"共议"}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const event: unknown = await answer.json();
    expect(event).toMatchObject({
      resource: '/api/{proxy+}',
      path: '/api/things/%E5%85%B1',
      httpMethod: 'POST',
      headers: { 'idempotency-key': 'k' },
      multiValueHeaders: { 'idempotency-key': ['k'] },
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      pathParameters: { proxy: 'things/%E5%85%B1' },
      requestContext: { requestTimeEpoch: 7, identity: { sourceIp: '127.0.0.1' } },
      body: '{"words":"共议"}',
      isBase64Encoded: false,
    });
  });

  it('carry bytes in base64, both ways', async () => {
    const sent = await fetch(`${server.origin}/api/x`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0, 255]),
    });
    expect(await sent.json()).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    const got = await fetch(`${server.origin}/api/binary`);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(new Uint8Array([0, 1, 2]));
  });

  it('for the callback go to their own function', async () => {
    const answer = await fetch(`${server.origin}/api/wechat/callback?echostr=1`);
    expect(await answer.json()).toMatchObject({ resource: '/api/wechat/callback', pathParameters: null });
  });

  it('for ballots go to their own function', async () => {
    const answer = await fetch(`${server.origin}/api/ballots/v1/mine`);
    const route = { resource: '/api/ballots/{proxy+}', pathParameters: { proxy: 'v1/mine' } };
    expect(await answer.json()).toMatchObject(route);
  });

  it.each([
    ['/api/malformed', 502],
    ['/api/throw', 502],
    ['/api/hang', 504],
  ])('%s is answered %i', async (path, status) => {
    expect((await fetch(server.origin + path)).status).toBe(status);
  });

  it.each([7, 11])('of %i MB are refused before or by the function', async (megabytes) => {
    const body = 'x'.repeat(megabytes * 1024 * 1024);
    const answer = await fetch(`${server.origin}/api/x`, { method: 'POST', body }).catch(() => undefined);
    // Node may cut the connection while the rest of an oversized body is still coming.
    expect(answer?.status ?? 413).toBe(413);
  });
});

describe('the web app', () => {
  it('is served for every page address, never for a missing script', async () => {
    const page = await fetch(`${server.origin}/requests/pages/file/index?x=1`);
    expect(await page.text()).toContain('共议');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${server.origin}/js/gone.js`)).status).toBe(404);
  });

  it('squeezes and keeps what is named by its content', async () => {
    const script = await fetch(`${server.origin}/js/app.0123abcd.js`);
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toHaveLength(2003);
    const etag = script.headers.get('etag') ?? '';
    const again = await fetch(`${server.origin}/js/app.0123abcd.js`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it.each(['/..%2foutside.txt', '/%2e%2e/outside.txt', '/js/..%2f..%2foutside.txt', '/%00.txt', '/%E0.txt'])(
    'does not leave its folder for %s',
    async (path) => {
      const answer = await fetch(server.origin + path);
      expect(await answer.text()).not.toContain('outside');
      expect(answer.status).toBe(404);
    },
  );

  it('takes no writes', async () => {
    expect((await fetch(server.origin, { method: 'POST' })).status).toBe(405);
  });
});
