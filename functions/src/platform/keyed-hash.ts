import { createHmac } from 'node:crypto';

const purposes = new Map<string, Promise<Buffer>>();

/** A local key for one purpose, made by one call of the KMS key that never leaves KMS; kept in memory. */
export const localMac = (purpose: string): Promise<Buffer> => {
  const known = purposes.get(purpose);
  if (known) return known;
  const made = import('./kms').then(({ generateMac }) => generateMac(`gongyi/${purpose}`));
  made.catch(() => purposes.delete(purpose));
  purposes.set(purpose, made);
  return made;
};

/**
 * A keyed hash of personal digits, to look people up without storing what they are. Different purposes
 * give unrelated hashes. 26 hex characters (104 bits).
 */
export const keyedHash = async (purpose: 'phone' | 'id-digits' | 'owner', text: string): Promise<string> =>
  createHmac('sha256', await localMac(purpose))
    .update(text)
    .digest('hex')
    .slice(0, 26);
