import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * ECDSA P-256 signatures as signed notes carry them: DER `SEQUENCE { r, s }` with the smaller of the two values
 * that s can take. Without the latter every signature could be written in two ways, both of them good.
 */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

const integer = (value: bigint): string => {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  // A leading bit of 1 would make it negative.
  const signed = /^[89a-f]/.test(even) ? `00${even}` : even;
  return `02${(signed.length / 2).toString(16).padStart(2, '0')}${signed}`;
};

const der = (r: bigint, s: bigint): Uint8Array => {
  const body = integer(r) + integer(s * 2n > ORDER ? ORDER - s : s);
  return hexToBytes(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`);
};

/** From `r || s`, 32 bytes each, as WebCrypto signs. */
export const derOfRaw = (raw: Uint8Array): Uint8Array => {
  const hex = bytesToHex(raw);
  return der(BigInt(`0x${hex.slice(0, 64)}`), BigInt(`0x${hex.slice(64)}`));
};

/** From DER as KMS signs. Undefined if it is no such signature. */
export const derWithLowS = (signature: Uint8Array): Uint8Array | undefined => {
  const match = /^30(..)02(..)(.*)$/.exec(bytesToHex(signature));
  const [, length = '', first = '', rest = ''] = match ?? [];
  const cut = parseInt(first, 16) * 2;
  const second = /^02(..)(.+)$/.exec(rest.slice(cut));
  if (cut === 0 || second === null || parseInt(length, 16) !== signature.length - 2) return undefined;
  const [, size = '', s = ''] = second;
  if (parseInt(size, 16) * 2 !== s.length) return undefined;
  return der(BigInt(`0x${rest.slice(0, cut)}`), BigInt(`0x${s}`));
};
