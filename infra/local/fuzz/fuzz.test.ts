import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRoutes } from '@gongyi/functions/entry/all-routes';
import { FUNCTION_NAMES } from '../../aws/function-specs';
import { readAsked, refusedCalls, unusedRights } from '../../aws/rights-used';
import { bootBuilt } from '../world/boot-built';
import { buildWorld } from '../world/build';
import { COUNCIL_DAYS_MS, meet } from '../world/councils';
import { liveThrough } from '../world/days';
import { enlistAll } from '../world/volunteers';
import { VOTES_DAYS_MS, holdVotes } from '../world/votes';
import { recipes } from './recipes/index';
import { fuzz } from './run';
import type { Tally } from './tally';

/**
 * Generated requests against the built system: `SCALE` multiplies their number, `SEED` replays a run. `npm run fuzz`
 * sends them in full; `npm test` a quarter, and every route answers at least once.
 * A finding is printed with the call that brought it. What the functions then asked of their services, days
 * passing by, is held against the rights they would have in the cloud: none is refused, and none stands unused.
 */
const SCALE = Number(process.env['SCALE'] ?? 0.25);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const REQUESTS = Math.round(20_000 * SCALE);
/** Answers 2xx of every route. */
const LEAST_DONE = SCALE < 1 ? 1 : 20;
/** What it may take to reach every route. */
const MOST = Math.max(15_000, 6 * REQUESTS);
const PATIENCE = 60 * 60_000 * Math.max(1, 4 * SCALE);
const MOST_SHOWN = 12;

const routes = allRoutes.map(({ route }) => route);
let tally: Tally;
let asked: Awaited<ReturnType<typeof readAsked>>;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** The whole life of a world, its calls written to `path`. */
const live = async (path: string): Promise<void> => {
  process.env['RECORD_CALLS'] = path;
  const system = await bootBuilt({ behindMs: COUNCIL_DAYS_MS + VOTES_DAYS_MS });
  delete process.env['RECORD_CALLS'];
  try {
    const world = await buildWorld(system);
    await holdVotes(world, {
      open: Math.ceil(LEAST_DONE / 3) + 4,
      counting: Math.ceil(LEAST_DONE * 0.7) + 3,
      published: 2,
      meetings: Math.ceil(LEAST_DONE * 0.7) + 4,
    });
    await meet(world, {
      sessions: Math.ceil(LEAST_DONE * 1.6) + 6,
      topics: 3,
      carrying: Math.ceil(LEAST_DONE / 8),
      silent: Math.ceil(LEAST_DONE / 2) + 1,
    });
    await enlistAll(world);
    const began = Date.now();
    say(`fuzz: SEED=${String(SEED)} SCALE=${String(SCALE)}`);
    tally = await fuzz({
      world,
      routes,
      recipes,
      seed: SEED,
      requests: REQUESTS,
      least: LEAST_DONE,
      most: MOST,
      say,
    });
    say(`${tally.table()}\n${String(tally.total())} requests in ${String(Math.round((Date.now() - began) / 1000))} s`);
    await liveThrough(world);
  } finally {
    await system.stop();
  }
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongyi-calls-'));
  try {
    const path = join(folder, 'calls.jsonl');
    await live(path);
    asked = await readAsked(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, PATIENCE);

it('has a recipe for every route', () => {
  expect(routes.map(({ id }) => id).filter((id) => !Object.hasOwn(recipes, id))).toEqual([]);
});

it('sends enough, most of it lawful and by people entitled to it', () => {
  expect(tally.total()).toBeGreaterThanOrEqual(REQUESTS);
  expect(tally.lawful() / tally.total()).toBeGreaterThanOrEqual(0.4);
  expect(routes.filter(({ id }) => tally.done(id) < LEAST_DONE).map(({ id }) => id)).toEqual([]);
});

it('is answered without a fault', () => {
  expect(tally.faults.slice(0, MOST_SHOWN)).toEqual([]);
});

it('is answered as the contracts say', () => {
  expect(tally.offSchema.slice(0, MOST_SHOWN)).toEqual([]);
});

it('never learns what is not the asker’s to know', () => {
  expect(tally.leaks.slice(0, MOST_SHOWN)).toEqual([]);
});

it('makes every function call its services', () => {
  expect([...asked.keys()].sort()).toEqual([...FUNCTION_NAMES].sort());
});

it.each(FUNCTION_NAMES)('lets %s make every call that it made', (name) => {
  expect(refusedCalls(asked, name)).toEqual([]);
});

it.each(FUNCTION_NAMES)('gives %s no right that it did not use', (name) => {
  expect(unusedRights(asked, name)).toEqual([]);
});
