import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { readJson } from './write-file';

const Holder = z.object({ pid: z.number(), born: z.string() });

/** When a process began, as the kernel counts; empty where it cannot be told. */
export const bornAt = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name in brackets may hold spaces; the fields are counted behind it.
    return (
      stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .at(19) ?? ''
    );
  } catch {
    return '';
  }
};

const isAlive = ({ pid, born }: z.output<typeof Holder>): boolean => {
  try {
    process.kill(pid, 0);
    return bornAt(pid) === born;
  } catch {
    return false;
  }
};

const write = (path: string): Promise<boolean> =>
  writeFile(path, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }), { flag: 'wx' }).then(
    () => true,
    () => false,
  );

export type Lock = { readonly release: () => Promise<void> } | { readonly heldBy: number };

/** Takes a lock that is a file. One whose holder has died, by a kill too, is free. */
export const takeLock = async (path: string): Promise<Lock> => {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    if (await write(path)) return { release: () => rm(path, { force: true }) };
    const holder = z.safeParse(Holder, await readJson(path).catch(() => undefined));
    if (holder.success && isAlive(holder.data)) return { heldBy: holder.data.pid };
    await rm(path, { force: true });
  }
};
