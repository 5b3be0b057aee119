import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Personal text at rest: AES-256-GCM under a data key that KMS wraps. `context` says what it belongs to
 * (`person:<id>`) and must be the same to open it, so that a stored value cannot be moved elsewhere.
 * Form: `v1.<wrapped key>.<iv>.<cipher text and tag>`, base64url.
 */
const KEY_USES = 1000;
const KEY_LIFE = 5 * 60_000;
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

let current: { plain: Buffer; wrapped: string; uses: number; until: number } | undefined;

const dataKey = async () => {
  if (current && current.uses < KEY_USES && Date.now() < current.until) {
    current.uses += 1;
    return current;
  }
  const { generateDataKey } = await import('./kms');
  const { plain, wrapped } = await generateDataKey();
  current = { plain, wrapped: b64(wrapped), uses: 1, until: Date.now() + KEY_LIFE };
  return current;
};

const opened = new Map<string, Promise<Buffer>>();
const unwrap = (wrapped: string): Promise<Buffer> => {
  const known = opened.get(wrapped);
  if (known) return known;
  const made = import('./kms').then(({ unwrapKey }) => unwrapKey(Buffer.from(wrapped, 'base64url')));
  made.catch(() => opened.delete(wrapped));
  if (opened.size > 500) opened.clear();
  opened.set(wrapped, made);
  return made;
};

export const seal = async (text: string, context: string): Promise<string> => {
  const { plain, wrapped } = await dataKey();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', plain, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${wrapped}.${b64(iv)}.${b64(body)}`;
};

/** Opens what `seal` made; throws if it was changed or belongs to another context. */
export const open = async (sealed: string, context: string): Promise<string> => {
  const [version, wrapped = '', iv = '', body = ''] = sealed.split('.');
  if (version !== 'v1') throw new Error('unknown envelope version');
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', await unwrap(wrapped), Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
};
