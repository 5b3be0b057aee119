import { TextDecoder, TextEncoder } from 'node:util';

// The QR encoder wants them; jsdom has none.
Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  GONGYI_API_BASE: '/api',
  GONGYI_VERIFIER: '/js/verify.mjs',
  GONGYI_SUBPACKAGES: [],
});
