import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * How a line of the roll is called in the log, the bundle and receipts of one vote: the first 16 bytes of
 * HMAC-SHA-256 over its number under a secret of that vote. Whoever has no secret cannot tell from a mark which
 * home it is (its area may, and the notice says so), nor that marks of two votes are of the same home.
 *
 * @param secret at least 16 random bytes, made at the vote's opening and kept with its keys
 * @param no number of the line in the frozen roll
 */
export const lineMark = (secret: Uint8Array, vote: string, no: number): string =>
  bytesToHex(hmac(sha256, secret, utf8ToBytes(`gongyi-line/1\n${vote}\n${String(no)}`)).slice(0, 16));
