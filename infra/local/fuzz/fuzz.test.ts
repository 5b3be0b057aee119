import { apiRoutes } from '@gongyi/functions/entry/api-routes';
import type { LocalSystem } from '../boot';
import { bootBuilt } from '../world/boot-built';
import { buildWorld } from '../world/build';
import type { World } from '../world/build';
import { COUNCIL_DAYS_MS, meet } from '../world/councils';
import { recipes } from './recipes/index';
import { fuzz } from './run';
import type { Tally } from './tally';

/**
 * Generated requests against the built system: `SCALE` multiplies their number, `SEED` replays a run.
 * A finding is printed with the call that brought it.
 */
const SCALE = Number(process.env['SCALE'] ?? 1);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const REQUESTS = Math.round(20_000 * SCALE);
const LEAST = 20;
/** What it takes to reach every route, however small the run. */
const SMALLEST = 5000;
const PATIENCE = 15 * 60_000 * Math.max(1, SCALE);
/** Small runs reach every route at least. */
const LEAST_DONE = Math.min(LEAST, REQUESTS / 900);
const MOST_SHOWN = 12;

const routes = apiRoutes.map(({ route }) => route);
let system: LocalSystem;
let world: World;
let tally: Tally;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

beforeAll(async () => {
  system = await bootBuilt({ behindMs: COUNCIL_DAYS_MS });
  world = await buildWorld(system);
  await meet(world, { sessions: Math.ceil(LEAST_DONE * 1.6) + 2, topics: 3, carrying: Math.ceil(LEAST_DONE / 8) });
  const began = Date.now();
  say(`fuzz: SEED=${String(SEED)} SCALE=${String(SCALE)}`);
  tally = await fuzz({
    world,
    routes,
    recipes,
    seed: SEED,
    requests: REQUESTS,
    least: LEAST_DONE,
    most: Math.max(1.5 * REQUESTS, SMALLEST),
  });
  say(`${tally.table()}\n${String(tally.total())} requests in ${String(Math.round((Date.now() - began) / 1000))} s`);
}, PATIENCE);
afterAll(async () => {
  await system.stop();
});

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
