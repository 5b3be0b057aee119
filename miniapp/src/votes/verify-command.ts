import { webOrigin } from '../platform';

/** Where the standalone verifier stands: one file, whose name carries its content's hash. */
export const verifierAddress = (): string => webOrigin() + GONGYI_VERIFIER;

/** The one line that fetches it and checks a file with it, on any computer with Node. */
export const verifyCommand = (file: string): string =>
  `curl -so verify.mjs ${verifierAddress()} && node verify.mjs ${file}`;
