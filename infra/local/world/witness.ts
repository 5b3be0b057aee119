import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';

/** A key that a delegate made on a device of their own, and what it signs. */
export interface WitnessKey {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

export const newWitnessKey = (): WitnessKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey };
};

/** The signature of a checkpoint's body, with the size it is of; undefined where there is no checkpoint yet. */
export const cosigned = (
  note: string | undefined,
  { privateKey }: WitnessKey,
): { readonly size: number; readonly signature: string } | undefined => {
  const parsed = note === undefined ? undefined : parseCheckpoint(note);
  if (parsed === undefined) return undefined;
  const signature = sign(null, Buffer.from(parsed.body), privateKey).toString('base64');
  return { size: parsed.checkpoint.size, signature };
};
