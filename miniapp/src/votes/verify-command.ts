import { webOrigin } from '../platform';

/** Where the standalone verifier stands: one file, at an address that does not change. */
export const verifierAddress = (): string => webOrigin() + GONGYI_VERIFIER;

/** The one line that fetches it and checks a file with it, on any computer with Node. */
export const verifyCommand = (file: string): string =>
  `curl -fsSo verify.mjs ${verifierAddress()} && node verify.mjs ${file}`;
