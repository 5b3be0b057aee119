import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';
import { CannotStart } from './ports';

const Held = z.object({ pid: z.number(), born: z.string() });

/** When a process began, as the kernel counts; empty where it cannot be told. */
const bornAt = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = ({ pid, born }: z.output<typeof Held>): boolean => {
  try {
    process.kill(pid, 0);
    return bornAt(pid) === born;
  } catch {
    return false;
  }
};

/** Makes sure one system at a time uses a state folder; resolves with what gives it back. A kill gives it back too. */
export const lockState = async (stateDir: string): Promise<() => Promise<void>> => {
  const path = join(stateDir, 'system.lock');
  const held = z.safeParse(Held, await readJson(path).catch(() => undefined));
  if (held.success && held.data.pid !== process.pid && isAlive(held.data)) {
    throw new CannotStart(
      `The state in ${stateDir} is in use by process ${String(held.data.pid)}. ` +
        'End that one, or keep this one’s state elsewhere: STATE_DIR=.local-2 npm start',
    );
  }
  await writeWhole(path, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }));
  return () => rm(path, { force: true });
};
