import { apiRoutes } from '@gongyi/functions/entry/api-routes';
import type { LocalSystem } from '../boot';
import { bootBuilt } from '../world/boot-built';
import { buildWorld } from '../world/build';
import type { World } from '../world/build';
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
const PATIENCE = 15 * 60_000 * Math.max(1, SCALE);
const MOST_SHOWN = 12;

const routes = apiRoutes.map(({ route }) => route);
let system: LocalSystem;
let world: World;
let tally: Tally;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

beforeAll(async () => {
  system = await bootBuilt();
  world = await buildWorld(system);
  const began = Date.now();
  say(`fuzz: SEED=${String(SEED)} SCALE=${String(SCALE)}`);
  tally = await fuzz({
    world,
    routes,
    recipes,
    seed: SEED,
    requests: REQUESTS,
    least: Math.min(LEAST, REQUESTS / 900),
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
  expect(routes.filter(({ id }) => tally.done(id) < Math.min(LEAST, REQUESTS / 900)).map(({ id }) => id)).toEqual([]);
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
