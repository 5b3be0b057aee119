import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { isMissing, readJson, writeWhole } from '../files/write-file';

const Entry = z.object({
  key: z.string(),
  /** File of the bytes, beside the entry. */
  file: z.string(),
  size: z.number(),
  etag: z.string(),
  /** Milliseconds since the epoch. */
  modifiedAt: z.number(),
  /** Headers to give back: content-type, cache-control, content-disposition, x-amz-meta-… */
  headers: z.record(z.string(), z.string()),
});
export type Entry = z.output<typeof Entry>;

export interface ObjectStore {
  readonly put: (key: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>) => Promise<Entry>;
  readonly find: (key: string) => Entry | undefined;
  readonly read: (entry: Entry) => Promise<Buffer>;
  readonly remove: (key: string) => Promise<void>;
  /** Entries whose key begins with `prefix`, by key. */
  readonly list: (prefix: string) => readonly Entry[];
}

const entryFile = (key: string): string => `${createHash('sha256').update(key).digest('hex')}.json`;

const writeBytes = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Reads every entry and drops the bytes no entry names: what a kill left between the two writes of a put. */
const readEntries = async (folder: string): Promise<Map<string, Entry>> => {
  const names = await readdir(folder);
  const entries = new Map<string, Entry>();
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const entry = Entry.parse(await readJson(join(folder, name)));
    entries.set(entry.key, entry);
  }
  const used = new Set([...entries.values()].map(({ file }) => file));
  const orphans = names.filter((name) => !name.endsWith('.json') && !used.has(name));
  await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
  return entries;
};

/**
 * A bucket in a folder. Bytes are written and flushed under a name of their own first; the entry's rename makes
 * them the object. So a reader never sees half an object, and a put that was answered survives SIGKILL.
 */
export const openStore = async (folder: string, now: () => number): Promise<ObjectStore> => {
  await mkdir(folder, { recursive: true });
  const entries = await readEntries(folder);
  const dropBytes = (entry: Entry | undefined): Promise<void> =>
    entry === undefined ? Promise.resolve() : rm(join(folder, entry.file), { force: true });
  return {
    put: async (key, bytes, headers) => {
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      const entry: Entry = {
        key,
        file: `${randomUUID()}.bytes`,
        size: bytes.length,
        etag,
        modifiedAt: now(),
        headers: { ...headers },
      };
      await writeBytes(join(folder, entry.file), bytes);
      await writeWhole(join(folder, entryFile(key)), JSON.stringify(entry));
      const before = entries.get(key);
      entries.set(key, entry);
      await dropBytes(before);
      return entry;
    },
    find: (key) => entries.get(key),
    read: (entry) =>
      readFile(join(folder, entry.file)).catch((fault: unknown) => {
        // Replaced between look-up and read: read what replaced it.
        const current = entries.get(entry.key);
        if (isMissing(fault) && current !== undefined && current.file !== entry.file) {
          return readFile(join(folder, current.file));
        }
        throw fault;
      }),
    remove: async (key) => {
      const entry = entries.get(key);
      entries.delete(key);
      await rm(join(folder, entryFile(key)), { force: true });
      await dropBytes(entry);
    },
    list: (prefix) =>
      [...entries.values()]
        .filter(({ key }) => key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
  };
};
