import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';
import type { Credentials } from '../sigv4/verify';

const Saved = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

/** The functions' key to the stand-ins: made once for a state folder, worth nothing elsewhere. */
export const openCredentials = async (path: string): Promise<Credentials> => {
  const saved = await readJson(path);
  if (saved !== undefined) return Saved.parse(saved);
  const made = {
    accessKeyId: `AKLOCAL${randomBytes(6).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
  await writeWhole(path, JSON.stringify(made));
  return made;
};
