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

/** From `r || s`, 32 bytes each. */
const ofRaw = (raw: Uint8Array): Uint8Array => {
  const hex = bytesToHex(raw);
  return der(BigInt(`0x${hex.slice(0, 64)}`), BigInt(`0x${hex.slice(64)}`));
};

const ofDer = (signature: Uint8Array): Uint8Array | undefined => {
  const [, length = '', first = '', rest = ''] = /^30(..)02(..)(.*)$/.exec(bytesToHex(signature)) ?? [];
  const cut = parseInt(first, 16) * 2;
  const [, size = '', s = ''] = /^02(..)(.+)$/.exec(rest.slice(cut)) ?? [];
  if (parseInt(length, 16) !== signature.length - 2 || !(cut > 0) || parseInt(size, 16) * 2 !== s.length)
    return undefined;
  return der(BigInt(`0x${rest.slice(0, cut)}`), BigInt(`0x${s}`));
};

/** A signature as WebCrypto (`r || s`) or KMS (DER) makes it, in the one form that notes carry. Throws on anything else. */
export const asLowDer = (signature: Uint8Array): Uint8Array => {
  // DER is 64 bytes long once in 2^50 signatures; such a one is refused by whoever checks it, and signed again.
  const written = signature.length === 64 ? ofRaw(signature) : ofDer(signature);
  if (written === undefined) throw new TypeError('not an ECDSA signature of P-256');
  return written;
};
