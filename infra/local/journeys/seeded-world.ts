import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bootLocalSystem } from '../boot';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE = join(root, '.cache/journeys');
/** The stories of the demonstration count from when they were told: a world must be young. */
const YOUNG_MS = 2 * 3_600_000;

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** What a seeded world depends on: the built functions and the seeding itself. */
const nameOfWorld = async (): Promise<string> => {
  const hash = createHash('sha256').update(String(Math.floor(Date.now() / YOUNG_MS)));
  const folders = [join(root, 'functions/dist'), join(root, 'infra/local/demo')];
  for (const folder of folders)
    for (const file of (await filesBelow(folder)).filter((path) => !path.endsWith('.test.ts')).sort())
      hash.update(file).update(await readFile(file));
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

const START = fileURLToPath(new URL('../start.ts', import.meta.url));

/** Starts seeding and ends the process the hard way once it says `words`. */
const cutPowerAt = async (words: string, stateDir: string): Promise<void> => {
  const env = { ...process.env, NODE_OPTIONS: '', PORT: '0', STATE_DIR: stateDir, SEED: 'small', SKIP_BUILD: '1' };
  const child = spawn(process.execPath, ['--import', 'tsx', START], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes(words)) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  if (child.signalCode !== 'SIGKILL') throw new Error(`the system ended before it said ${words}:\n${said}`);
};

/**
 * Seeds a small district once for all journeys; its first run is ended by a power cut midway, so that whoever
 * looks at the whole sees that this leaves nothing twice and nothing out. It is made beside its place and moved there whole when its
 * system has ended, so nobody copies one that is still being written; who comes meanwhile waits.
 */
export const seededWorld = async (): Promise<string> => {
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
      await cutPowerAt('个单位', making);
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
