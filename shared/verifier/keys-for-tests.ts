import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { noteKeyOf } from '../src/votes/log/note-key';
import type { NoteKey } from '../src/votes/log/note-key';
import { signatureLine } from '../src/votes/log/checkpoint';

/** Somebody who signs notes: a log, or a delegate's device. */
export interface Signer {
  /** DER SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  readonly line: (name: string, body: string) => string;
}

const signerOf = (privateKey: KeyObject): Signer => {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const key: NoteKey | undefined = noteKeyOf(publicKey);
  if (key === undefined) throw new Error('a key of neither kind');
  return {
    publicKey,
    line: (name, body) =>
      key.type === 'ed25519'
        ? signatureLine(name, key, sign(null, Buffer.from(body), privateKey))
        : signatureLine(name, key, sign('sha256', Buffer.from(body), { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
};

export const ed25519Signer = (): Signer => signerOf(generateKeyPairSync('ed25519').privateKey);
export const p256Signer = (): Signer => signerOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
