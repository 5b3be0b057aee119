import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { bootLocalSystem } from '../boot';
import type { LocalSystem } from '../boot';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE = join(root, '.cache/journeys');
const COMPLETE = 'complete';
/** The stories of the demonstration count from when they were told: a world must be young. */
const YOUNG_MS = 2 * 3_600_000;

const Compound = z.object({ id: z.string(), name: z.string() });
const Places = z.object({ main: Compound, sampleA: Compound, sampleB: Compound, bare: Compound });
export type Places = z.output<typeof Places>;

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** What a seeded world depends on: the built functions and the seeding itself. */
const nameOfWorld = async (): Promise<string> => {
  const hash = createHash('sha256').update(String(Math.floor(Date.now() / YOUNG_MS)));
  const folders = [join(root, 'functions/dist'), join(root, 'infra/local/demo')];
  for (const folder of folders)
    for (const file of (await filesBelow(folder)).sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
};

const forgetOthers = async (name: string): Promise<void> => {
  for (const other of await readdir(CACHE).catch(() => [])) {
    const old = await stat(join(CACHE, other)).then(
      ({ mtimeMs }) => Date.now() - mtimeMs > YOUNG_MS,
      () => false,
    );
    if (other !== name && old) await rm(join(CACHE, other), { recursive: true, force: true });
  }
};

/** Seeds a small district once for all journeys; who comes while another seeds it waits for that. */
const seededWorld = async (): Promise<string> => {
  const name = await nameOfWorld();
  const folder = join(CACHE, name);
  await forgetOthers(name);
  while (!existsSync(join(folder, COMPLETE))) {
    try {
      const system = await bootLocalSystem({ stateDir: folder, seed: 'small', build: false });
      await system.settle();
      await system.stop();
      await writeFile(join(folder, COMPLETE), '');
    } catch (fault) {
      if (!String(fault).includes('is in use by process')) throw fault;
      await sleep(500);
    }
  }
  return folder;
};

export interface World {
  system: LocalSystem;
  readonly places: Places;
  /** Ends it as a power cut would, and starts again on what is on the disk. */
  readonly cutPower: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A system of one's own, full of the small demonstration's life. */
export const bootWorld = async (): Promise<World> => {
  const stateDir = await mkdtemp(join(tmpdir(), 'journey-'));
  await cp(await seededWorld(), stateDir, { recursive: true });
  const boot = (port?: number) =>
    bootLocalSystem({ stateDir, seed: 'small', build: false, ...(port === undefined ? {} : { port }) });
  const world: World = {
    system: await boot(),
    places: Places.parse(JSON.parse(await readFile(join(stateDir, 'demo-places.json'), 'utf8'))),
    cutPower: async () => {
      await world.system.kill();
      // The page in the browser knows one address: the system comes back there.
      world.system = await boot(Number(new URL(world.system.appUrl).port));
    },
    end: async () => {
      await world.system.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
  return world;
};
