import { readFile, readdir } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { LocalSystem } from '../boot';
import { bootBuilt } from '../world/boot-built';
import { buildWorld } from '../world/build';
import type { World } from '../world/build';
import { marksOf } from '../world/people';
import { CALLER, fileToConfirm, importSample, leave, openDoors, phoneOrder, sampleRoll } from './journey';

/**
 * After whole stories were lived through: what was written down beside the table, and what left the system,
 * holds nobody's number, digits, name or words.
 */
const PATIENCE = 5 * 60_000;
const Rings = z.object({ items: z.array(z.object({ words: z.string() })) });
let stateDir: string;
let system: LocalSystem;
let world: World;
let texts: ReadonlyMap<string, string>;
const said: string[] = [];

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Everything to look through, by where it stood. */
const collect = async (): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>([['lines of the system', said.join('\n')]]);
  for (const path of await filesUnder(join(stateDir, 'logs'))) found.set(path, await readFile(path, 'utf8'));
  for (const path of await filesUnder(join(stateDir, 's3')))
    if (decodeURIComponent(path).includes('stream-failures')) found.set(path, await readFile(path, 'utf8'));
  for (const { openid, data, page } of await system.outbox())
    found.set(`message to ${openid} ${String(found.size)}`, `${page} ${Object.values(data).join(' ')}`);
  const rings = Rings.parse(await (await fetch(`${system.wechatUrl}/rings.json`)).json());
  for (const { words } of rings.items) found.set(`ring ${String(found.size)}`, words);
  return found;
};

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'gongyi-logs-'));
  system = await bootBuilt({ stateDir, log: (line) => said.push(line) });
  world = await buildWorld(system);
  await openDoors(world);
  await fileToConfirm(world);
  await phoneOrder(world);
  await leave(world);
  await system.settle();
  // Nobody is active any more: WeChat refuses to check words, and the functions note that they could not ask.
  await system.clock.shift(3 * 3_600_000);
  await fileToConfirmAgain();
  await system.settle();
  texts = await collect();
}, PATIENCE);
afterAll(async () => {
  await system.stop();
  await rm(stateDir, { recursive: true, force: true });
});

const fileToConfirmAgain = async (): Promise<void> => {
  await phoneOrder(world);
  await fileToConfirm(world);
};

const hits = (needles: readonly (string | RegExp)[]): string[] =>
  [...texts].flatMap(([where, text]) =>
    needles
      .filter((needle) => (typeof needle === 'string' ? text.includes(needle) : needle.test(text)))
      .map((needle) => `${String(needle)} in ${where}`),
  );

it('brings the sample roll to its totals', async () => {
  expect(await importSample(world)).toEqual({ homes: 139, area: 1_362_238, heads: 124 });
  await system.settle();
  texts = await collect();
});

it('had something to look through', () => {
  const kinds = [...texts.keys()].map((where) => /^(message|ring)/.exec(where)?.[0] ?? 'written');
  expect(kinds).toEqual(expect.arrayContaining(['written', 'message', 'ring']));
  expect([...texts].filter(([where]) => where.endsWith('.log')).map(([, text]) => text.length > 0)).toContain(true);
});

it('keeps people’s numbers to itself', () => {
  expect(hits([CALLER, ...[...world.people.values()].map(({ phone }) => phone)])).toEqual([]);
});

it('keeps names and private words to itself', () => {
  const marks = [...world.people.keys(), 'caller', 'leaver'].flatMap((name) => Object.values(marksOf(name)));
  expect(hits(marks)).toEqual([]);
});

it('keeps the roll’s owners to itself', async () => {
  const rows = (await sampleRoll()).text.split('\r\n').map((line) => line.split(','));
  const owners = rows.flatMap((cells) => (/^\d+$/.test(cells[0] ?? '') ? [cells.slice(3, 6)] : []));
  expect(owners.length).toBeGreaterThan(100);
  const parts = owners.flatMap((cells) => cells.flatMap((cell) => cell.split(/[、；;\/ ]/))).filter(Boolean);
  const numbers = owners.flatMap(([, , phones = '']) => phones.replaceAll(' ', '').match(/1\d{10}/g) ?? []);
  const names = parts.filter((part) => /^\p{Script=Han}{2,4}$/u.test(part));
  const digits = parts
    .filter((part) => /^\d{5}[\dX]$/.test(part))
    .map((part) => new RegExp(`(?<![\\d.])${part}(?!\\d)`));
  expect(Math.min(numbers.length, names.length, digits.length)).toBeGreaterThan(80);
  expect(hits([...numbers, ...names, ...digits])).toEqual([]);
});
