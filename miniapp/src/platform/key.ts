const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A fresh Idempotency-Key, made once per submission and kept through every resending. Need not be secret. */
export const newKey = (): string =>
  Array.from({ length: 26 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join('');
