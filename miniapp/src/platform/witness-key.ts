/**
 * A delegate's key for cosigning checkpoints, made on this very device and never leaving it. WeChat has no Web
 * Crypto: there the page says to open its address in a browser.
 */
export interface WitnessKey {
  /** DER SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  /** ECDSA P-256 with SHA-256: 64 bytes, `r || s`. */
  readonly sign: (text: string) => Promise<Uint8Array>;
}

export const canWitness = (): boolean => false;
export const findWitnessKey = (_name: string): Promise<WitnessKey | undefined> => Promise.resolve(undefined);
export const makeWitnessKey = (_name: string): Promise<WitnessKey | undefined> => Promise.resolve(undefined);
