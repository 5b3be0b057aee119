/** What the standalone verifier says of a bundle or a receipt: every problem is a sentence. */
export interface Verification {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

/** The mini-program may run no code but its own package's: checking is for browsers and computers. */
export const canVerify = (): boolean => false;
export const verifyFile = (_value: unknown): Promise<Verification | undefined> => Promise.resolve(undefined);
