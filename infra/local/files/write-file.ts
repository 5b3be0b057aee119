import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that whoever reads it, after a SIGKILL too, finds either the old content or the new one
 * whole: written beside it, flushed, then renamed over it.
 */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
};

/** Whether a fault of the file system says that the file is not there. */
export const isMissing = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT';

/** The parsed JSON of a file, undefined if there is none. */
export const readJson = async (path: string): Promise<unknown> => {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return parsed;
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    throw fault;
  }
};
