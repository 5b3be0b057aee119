import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Hashes of the Merkle tree of RFC 6962, section 2.1, in lower-case hexadecimal: a leaf is hashed behind a 0x00,
 * a pair of hashes behind a 0x01, so that neither can be taken for the other.
 */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of a tree without leaves. */
export const EMPTY_ROOT = bytesToHex(sha256(new Uint8Array()));

export const leafHashOfBytes = (leaf: Uint8Array): string => bytesToHex(sha256(concatBytes(LEAF, leaf)));

export const leafHash = (text: string): string => leafHashOfBytes(utf8ToBytes(text));

export const nodeHash = (left: string, right: string): string =>
  bytesToHex(sha256(concatBytes(NODE, hexToBytes(left), hexToBytes(right))));
