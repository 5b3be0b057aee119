import { createHash } from 'node:crypto';

/** Lower-case base 32 without look-alikes, so that an id can be read out on the phone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const base32 = (bytes: Uint8Array, length: number): string => {
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && out.length < length) {
      out += ALPHABET[(value >>> (bits - 5)) & 31] ?? '';
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return out;
};

/** A short id from parts, the same for the same parts: 26 characters, 130 bits. */
export const derivedId = (...parts: readonly string[]): string =>
  base32(createHash('sha256').update(JSON.stringify(parts)).digest(), 26);

/** The id of an operation: who, which route, which `Idempotency-Key`. It names what a create makes. */
export const operationId = (personId: string, routeId: string, key: string): string =>
  derivedId('op', personId, routeId, key);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
};

/** Hash of a parsed input: the same key with another input is refused (`key-reused`). */
export const inputHash = (input: unknown): string => derivedId('input', JSON.stringify(canonical(input)));
