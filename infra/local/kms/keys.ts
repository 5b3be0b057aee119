import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';

export const KEY_SPECS = ['SYMMETRIC_DEFAULT', 'HMAC_256', 'ECC_NIST_P256', 'ECC_NIST_EDWARDS25519'] as const;
export type KeySpec = (typeof KEY_SPECS)[number];

const StoredKey = z.object({
  spec: z.enum(KEY_SPECS),
  /** Base64: 32 secret bytes, or a private key in PKCS #8. */
  material: z.string(),
});
export type StoredKey = z.output<typeof StoredKey>;
const KeyFile = z.record(z.string(), StoredKey);

const pairOf = (spec: 'ECC_NIST_P256' | 'ECC_NIST_EDWARDS25519') =>
  spec === 'ECC_NIST_P256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');

const makeKey = (spec: KeySpec): StoredKey => {
  const bytes =
    spec === 'SYMMETRIC_DEFAULT' || spec === 'HMAC_256'
      ? randomBytes(32)
      : pairOf(spec).privateKey.export({ type: 'pkcs8', format: 'der' });
  return { spec, material: bytes.toString('base64') };
};

/** The keys by id, kept in `path`; those of `wanted` that are missing are made once and stay. */
export const openKeys = async (
  path: string,
  wanted: Readonly<Record<string, KeySpec>>,
): Promise<ReadonlyMap<string, StoredKey>> => {
  const saved = await readJson(path);
  const keys = new Map(Object.entries(saved === undefined ? {} : KeyFile.parse(saved)));
  const missing = Object.entries(wanted).filter(([id]) => !keys.has(id));
  for (const [id, spec] of missing) keys.set(id, makeKey(spec));
  if (missing.length > 0) await writeWhole(path, JSON.stringify(Object.fromEntries(keys), null, 1));
  return keys;
};
