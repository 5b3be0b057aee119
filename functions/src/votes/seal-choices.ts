import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * Choices are encrypted to a vote's public key: X25519 with a key made for this one ballot, HKDF-SHA-256,
 * AES-256-GCM. Bound to vote, line and version, so that a sealed ballot opens nowhere else. What is sealed has one
 * length for every choice. Form: ephemeral public key (32), IV (12), cipher text, tag (16).
 */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** A private key from 32 secret bytes. */
export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_X25519, seed]), format: 'der', type: 'pkcs8' });

/** The 32 bytes of a public key. Read and made as JWK, which costs a tenth of DER. */
const rawOf = (publicKey: KeyObject): Buffer => {
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('an X25519 key without its coordinate');
  return Buffer.from(x, 'base64url');
};

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

/** A private key's public half: 32 bytes. */
export const publicBytesOf = (privateKey: KeyObject): Buffer => rawOf(createPublicKey(privateKey));

const contentKey = (shared: Buffer, ephemeral: Buffer, context: string): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, ephemeral, `gongyi-ballot/1|${context}`, 32));

export interface SealedFor {
  readonly voteId: string;
  readonly no: number;
  readonly version: number;
}
const contextOf = ({ voteId, no, version }: SealedFor): string => `${voteId}|${String(no)}|${String(version)}`;

export const sealChoices = (publicKey: Uint8Array, bound: SealedFor, plain: Uint8Array): Buffer => {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawOf(pair.publicKey);
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(publicKey) });
  const context = contextOf(bound);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey(shared, ephemeral, context), iv).setAAD(Buffer.from(context));
  return Buffer.concat([ephemeral, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Throws if it was sealed for another vote, line or version, or changed. */
export const openChoices = (privateKey: KeyObject, bound: SealedFor, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed);
  const ephemeral = bytes.subarray(0, 32);
  const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(ephemeral) });
  const context = contextOf(bound);
  const decipher = createDecipheriv('aes-256-gcm', contentKey(shared, ephemeral, context), bytes.subarray(32, 44))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(44, -16)), decipher.final()]);
};
