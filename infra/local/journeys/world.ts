import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { bootLocalSystem } from '../boot';
import type { LocalSystem } from '../boot';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE = join(root, '.cache/journeys');
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
    if (!other.startsWith(name) && old) await rm(join(CACHE, other), { recursive: true, force: true });
  }
};

/** Longer than any seeding takes: a lock this old was left by a run that was killed. */
const STALE_MS = 10 * 60_000;

const lockedBy = async (lock: string): Promise<boolean> => {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > STALE_MS) await rm(lock, { recursive: true, force: true });
    return false;
  }
};

/**
 * Seeds a small district once for all journeys. It is made beside its place and moved there whole when its
 * system has ended, so nobody copies one that is still being written; who comes meanwhile waits.
 */
const seededWorld = async (): Promise<string> => {
  const name = await nameOfWorld();
  const folder = join(CACHE, name);
  const lock = `${folder}.lock`;
  await mkdir(CACHE, { recursive: true });
  await forgetOthers(name);
  while (!existsSync(folder)) {
    if (!(await lockedBy(lock))) {
      await sleep(500);
      continue;
    }
    try {
      if (existsSync(folder)) break;
      const making = `${folder}.making`;
      await rm(making, { recursive: true, force: true });
      const system = await bootLocalSystem({ stateDir: making, seed: 'small', build: false });
      await system.settle();
      await system.stop();
      await rename(making, folder);
    } finally {
      await rm(lock, { recursive: true, force: true });
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
