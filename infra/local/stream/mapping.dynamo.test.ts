import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { awsJson } from '../engine/aws-json';
import { startEngine } from '../engine/engine';
import type { Engine } from '../engine/engine';
import { createTable } from '../engine/table';
import type { LambdaFunction } from '../lambda/pool';
import { startFunction } from '../lambda/pool';
import type { ObjectStore } from '../s3/store';
import { openStore } from '../s3/store';
import type { Consumer } from './consumer';
import { startMapping } from './mapping';
import type { MappingName } from './mapping';
import { dynamoStream } from './source';

const bundle = fileURLToPath(new URL('./fixtures/consumer.mjs', import.meta.url));
const DAY = 86_400_000;
let folder = '';
let engine: Engine;
let streamArn = '';
let store: ObjectStore;
let reported: unknown[] = [];
const ends: (() => Promise<void>)[] = [];

const Note = z.object({
  pk: z.optional(z.string()),
  sk: z.optional(z.string()),
  threw: z.optional(z.string()),
  batch: z.optional(z.number()),
  at: z.optional(z.number()),
  placed: z.optional(z.boolean()),
});
const notes = async (): Promise<z.output<typeof Note>[]> => {
  const text = await readFile(join(folder, 'notes'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Note.parse(JSON.parse(line)));
};
const handled = async (): Promise<string[]> => (await notes()).flatMap(({ sk }) => (sk === undefined ? [] : [sk]));
const kept = async (): Promise<string[]> =>
  Promise.all(store.list('stream-failures/').map(async (entry) => (await store.read(entry)).toString()));
const put = (pk: string, sk: string, ask = ''): Promise<unknown> =>
  awsJson(engine.endpoint, 'DynamoDB_20120810.PutItem', {
    TableName: 'table',
    Item: { pk: { S: pk }, sk: { S: sk }, ...(ask === '' ? {} : { ask: { S: ask } }) },
  });

const startFn = (): LambdaFunction => {
  const env = { NOTES: join(folder, 'notes') };
  const spec = { name: 'stream', bundle, timeoutMs: 5000, memoryMb: 128, concurrency: 1, env };
  return startFunction(spec, new SharedArrayBuffer(8), new PassThrough().resume());
};
const start = async (name: MappingName = 'stream'): Promise<Consumer & { readonly stop: () => Promise<void> }> => {
  const end = new AbortController();
  const fn = startFn();
  const consumer = await startMapping({
    name,
    fn,
    source: dynamoStream(engine.endpoint, streamArn),
    path: join(folder, `${name}.json`),
    failures: store,
    clock: { now: () => Date.now() + DAY, shiftMs: () => DAY },
    signal: end.signal,
    report: (fault) => reported.push(fault),
    backoffMs: 5,
  });
  const stop = async (): Promise<void> => {
    end.abort();
    await consumer.ended;
    await fn.stop();
  };
  ends.push(stop);
  return { ...consumer, stop };
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stream-'));
  engine = await startEngine();
  streamArn = (await createTable(engine.endpoint, 'table')).streamArn;
  store = await openStore(join(folder, 's3'), Date.now);
  reported = [];
});
afterEach(async () => {
  for (const stop of ends.splice(0)) await stop();
  await engine.stop();
  await rm(folder, { recursive: true });
});

describe('an event source mapping', () => {
  it('hands over every record once, in the order of its key, in system time', async () => {
    const keys = Array.from({ length: 12 }, (_, i) => `K#${String(i)}`);
    for (const round of ['0', '1', '2', '3', '4']) await Promise.all(keys.map((pk) => put(pk, `${pk}/${round}`)));
    const consumer = await start();
    await consumer.caughtUp();
    const all = await notes();
    expect(all).toHaveLength(60);
    for (const pk of keys) {
      const order = all.filter((note) => note.pk === pk).map((note) => note.sk);
      expect(order).toEqual([0, 1, 2, 3, 4].map((round) => `${pk}/${String(round)}`));
    }
    expect(all.every(({ placed }) => placed)).toBe(true);
    expect(Math.abs((all[0]?.at ?? 0) * 1000 - Date.now() - DAY)).toBeLessThan(60_000);
  });

  it('gives job items to jobs, ballots to their work, votes to two, and all others to the stream function', async () => {
    for (const pk of ['JOB#1', 'REQ#1', 'BALLOT#1', 'BALLOTJOB#1', 'VLOG#1', 'VOTE#1']) await put(pk, pk);
    const all = await Promise.all((['stream', 'jobs', 'ballots-work'] as const).map((name) => start(name)));
    await Promise.all(all.map((consumer) => consumer.caughtUp()));
    expect((await handled()).sort()).toEqual(['BALLOT#1', 'BALLOTJOB#1', 'JOB#1', 'REQ#1', 'VOTE#1', 'VOTE#1']);
  });

  it('goes on from a reported failure and repeats nothing before it', async () => {
    for (const [sk, ask] of [['1'], ['2'], ['3', 'report-once'], ['4']] as const) await put('K', sk, ask);
    await (await start()).caughtUp();
    expect(await handled()).toEqual(['1', '2', '3', '4']);
    expect(await kept()).toEqual([]);
  });

  it.each(['throw', 'report'])('keeps a record aside that always fails (%s), and lets the rest flow', async (ask) => {
    for (let i = 0; i < 8; i += 1) await put('K', String(i), i === 5 ? ask : '');
    await (await start()).caughtUp();
    const done = await handled();
    expect([...new Set(done)]).toEqual(['0', '1', '2', '3', '4', '6', '7']);
    const [file, ...others] = await kept();
    expect(others).toEqual([]);
    const Kept = z.object({ requestContext: z.object({ approximateInvokeCount: z.number() }), payload: z.string() });
    const parsed = Kept.parse(JSON.parse(file ?? ''));
    expect(parsed.requestContext.approximateInvokeCount).toBe(6);
    expect(parsed.payload).toContain('"sk":{"S":"5"}');
    expect(reported).toHaveLength(1);
  });

  it('cuts a batch that fails as a whole until the poison stands alone', async () => {
    for (let i = 0; i < 8; i += 1) await put('K', String(i), i === 7 ? 'throw' : '');
    await (await start()).caughtUp();
    const sizes = (await notes()).flatMap(({ batch }) => (batch === undefined ? [] : [batch]));
    expect(sizes.slice(0, 4)).toEqual([8, 4, 2, 1]);
    expect(sizes.slice(3)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('goes on after a stop where it was, and skips nothing', async () => {
    for (let i = 0; i < 5; i += 1) await put(`K#${String(i)}`, `first ${String(i)}`);
    const before = await start();
    await before.caughtUp();
    await before.stop();
    for (let i = 0; i < 5; i += 1) await put(`K#${String(i)}`, `second ${String(i)}`);
    await (await start()).caughtUp();
    const done = await handled();
    expect(done).toHaveLength(10);
    expect(new Set(done).size).toBe(10);
  });

  it('repeats rather than skips what was under way when it was killed', async () => {
    for (let i = 0; i < 6; i += 1) await put('K', String(i), 'slow');
    const before = await start();
    while ((await handled()).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await before.stop();
    await (await start()).caughtUp();
    const done = await handled();
    expect([...new Set(done)].sort()).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('begins anew on another stream', async () => {
    await put('K', 'old');
    const before = await start();
    await before.caughtUp();
    await before.stop();
    await engine.stop();
    engine = await startEngine();
    streamArn = (await createTable(engine.endpoint, 'table')).streamArn;
    await put('K', 'new');
    await (await start()).caughtUp();
    expect(await handled()).toEqual(['old', 'new']);
  });
});
