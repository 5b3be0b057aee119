import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64 } from './base64';

/**
 * Public keys of signed notes (C2SP signed-note): Ed25519 (signature type 0x01) and ECDSA P-256 with SHA-256
 * (type 0x02, signature in DER). Keys travel as DER SubjectPublicKeyInfo in base64, which tells the two apart.
 */
const SPKI_ED25519 = '302a300506032b6570032100';
const SPKI_P256 = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

export interface NoteKey {
  readonly type: 'ed25519' | 'ecdsa-p256';
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** Ed25519: the 32 bytes of RFC 8032; P-256: the uncompressed point, 0x04 and 64 bytes. */
  readonly raw: Uint8Array;
}

/** The key a base64 text says; undefined if it is neither kind. */
export const noteKeyOf = (publicKey: string): NoteKey | undefined => {
  const spki = fromBase64(publicKey);
  if (spki === undefined) return undefined;
  const hex = bytesToHex(spki);
  if (hex.length === 88 && hex.startsWith(SPKI_ED25519)) return { type: 'ed25519', spki, raw: spki.slice(12) };
  if (hex.length === 182 && hex.startsWith(SPKI_P256)) return { type: 'ecdsa-p256', spki, raw: spki.slice(26) };
  return undefined;
};

/** DER SubjectPublicKeyInfo of an uncompressed P-256 point (65 bytes). */
export const spkiOfPoint = (point: Uint8Array): Uint8Array => concatBytes(hexToBytes(SPKI_P256.slice(0, -2)), point);

/**
 * The four bytes by which a signature line names its key. Ed25519: SHA-256 of name, newline, 0x01 and key;
 * ECDSA: SHA-256 of the SubjectPublicKeyInfo.
 */
export const keyIdOf = (name: string, { type, spki, raw }: NoteKey): Uint8Array => {
  const hashed = type === 'ed25519' ? concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(1), raw) : spki;
  return sha256(hashed).slice(0, 4);
};
