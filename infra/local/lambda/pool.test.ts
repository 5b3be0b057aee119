import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { FunctionSpec } from './environment';
import type { LambdaFunction } from './pool';
import { PAYLOAD_LIMIT, startFunction } from './pool';

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}.mjs`, import.meta.url));
const shift = new SharedArrayBuffer(8);
const Times = z.looseObject({ now: z.number(), fresh: z.number(), subclass: z.number() });
const started: LambdaFunction[] = [];

const start = (spec: Partial<FunctionSpec> = {}, log = new PassThrough()): LambdaFunction => {
  const base = { name: 'echo', bundle: fixture('echo'), timeoutMs: 5000, memoryMb: 128, concurrency: 1, env: {} };
  const fn = startFunction({ ...base, ...spec }, shift, log.resume());
  started.push(fn);
  return fn;
};
const answer = async (fn: LambdaFunction, event: object): Promise<unknown> => {
  const outcome = await fn.invoke(event);
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  const value: unknown = JSON.parse(outcome.payload);
  return value;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((fn) => fn.stop()));
});

describe('a function', () => {
  it('answers with its environment and nothing of ours', async () => {
    const fn = start({ env: { TABLE_NAME: 't' } });
    expect(await answer(fn, { do: 'env' })).toEqual({ TABLE_NAME: 't' });
    expect(await answer(fn, { do: 'echo', text: '共议' })).toEqual({ do: 'echo', text: '共议' });
  });

  it('keeps an environment between calls and never runs two calls in one', async () => {
    const fn = start();
    expect(await Promise.all([1, 2, 3].map(() => answer(fn, { do: 'calls' })))).toEqual([1, 2, 3]);
  });

  it('starts environments apart from each other up to its concurrency', async () => {
    const fn = start({ concurrency: 2 });
    const counts = await Promise.all([1, 2].map(() => answer(fn, { do: 'calls' })));
    expect(counts).toEqual([1, 1]);
  });

  it('reports a thrown error and goes on in the same environment', async () => {
    const fn = start();
    await answer(fn, { do: 'calls' });
    expect(await fn.invoke({ do: 'throw' })).toEqual({
      kind: 'failed',
      errorType: 'TypeError',
      errorMessage: 'as asked',
    });
    expect(await answer(fn, { do: 'calls' })).toBe(2);
  });

  it('kills a call over its time, even one that never yields, and replaces the environment', async () => {
    const fn = start({ timeoutMs: 400 });
    await answer(fn, { do: 'calls' });
    expect(await fn.invoke({ do: 'hang' })).toEqual({ kind: 'timed-out' });
    expect(await answer(fn, { do: 'calls' })).toBe(1);
  });

  it('gives a waiting call a new environment when the one before it died', async () => {
    const fn = start({ timeoutMs: 400 });
    const [hung, counted] = await Promise.all([fn.invoke({ do: 'hang' }), answer(fn, { do: 'calls' })]);
    expect([hung.kind, counted]).toEqual(['timed-out', 1]);
  });

  it('survives a crash outside the call', async () => {
    const fn = start();
    expect(await fn.invoke({ do: 'crash' })).toMatchObject({ kind: 'failed', errorType: 'Runtime.ExitError' });
    expect(await answer(fn, { do: 'calls' })).toBe(1);
  });

  it('says why a bundle cannot be loaded', async () => {
    const fn = start({ bundle: fixture('broken') });
    expect(await fn.invoke({})).toMatchObject({ kind: 'failed', errorMessage: 'no such setting' });
  });

  it('refuses events and answers over 6 MB', async () => {
    const fn = start();
    expect(await fn.invoke({ do: 'echo', text: 'x'.repeat(PAYLOAD_LIMIT) })).toMatchObject({
      errorType: 'RequestTooLarge',
    });
    expect(await fn.invoke({ do: 'large', size: PAYLOAD_LIMIT })).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
    expect(await answer(fn, { do: 'large', size: PAYLOAD_LIMIT - 2 })).toHaveLength(PAYLOAD_LIMIT - 2);
  });

  it('writes what it logs to the log', async () => {
    const log = new PassThrough();
    let written = '';
    log.on('data', (bytes: Buffer) => (written += bytes.toString()));
    await answer(start({}, log), { do: 'calls' });
    expect(written).toContain('doing calls');
  });

  it('lives in the shifted time, wherever it asks', async () => {
    const day = 86_400_000;
    Atomics.store(new BigInt64Array(shift), 0, BigInt(day));
    const before = Date.now() + day;
    const { now, fresh, subclass, ...rest } = Times.parse(await answer(start(), { do: 'time' }));
    for (const seen of [now, fresh, subclass]) {
      expect(seen).toBeGreaterThanOrEqual(before);
      expect(seen).toBeLessThanOrEqual(Date.now() + day);
    }
    expect(rest).toEqual({ fixed: 5, parts: 2, isDate: true, text: 'string' });
    Atomics.store(new BigInt64Array(shift), 0, 0n);
  });
});
