import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { env } from './env';

/** What is asked of KMS. Loaded at the first call that needs it: many calls answer without. */
const client = new KMSClient({});

/** A MAC by the key that never leaves KMS. */
export const generateMac = async (message: string): Promise<Buffer> => {
  const { Mac } = await client.send(
    new GenerateMacCommand({ KeyId: env().MAC_KEY_ID, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(message) }),
  );
  if (!Mac) throw new Error('KMS gave no MAC');
  return Buffer.from(Mac);
};

/** A new data key, plain and wrapped. */
export const generateDataKey = async (): Promise<{ readonly plain: Buffer; readonly wrapped: Uint8Array }> => {
  const { Plaintext, CiphertextBlob } = await client.send(
    new GenerateDataKeyCommand({ KeyId: env().DATA_KEY_ID, KeySpec: 'AES_256' }),
  );
  if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no data key');
  return { plain: Buffer.from(Plaintext), wrapped: CiphertextBlob };
};

/** Unwraps a data key. */
export const unwrapKey = async (wrapped: Uint8Array): Promise<Buffer> => {
  const { Plaintext } = await client.send(new DecryptCommand({ KeyId: env().DATA_KEY_ID, CiphertextBlob: wrapped }));
  if (!Plaintext) throw new Error('KMS opened no key');
  return Buffer.from(Plaintext);
};

/** What a wrapped key is for; it can be unwrapped only by saying the same. */
export type KeyUse = Readonly<Record<string, string>>;

/** A new key under the votes' own key, plain and wrapped. */
export const generateBallotKey = async (
  use: KeyUse,
): Promise<{ readonly plain: Buffer; readonly wrapped: Uint8Array }> => {
  const { Plaintext, CiphertextBlob } = await client.send(
    new GenerateDataKeyCommand({ KeyId: env().BALLOT_KEY_ID, KeySpec: 'AES_256', EncryptionContext: { ...use } }),
  );
  if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no ballot key');
  return { plain: Buffer.from(Plaintext), wrapped: CiphertextBlob };
};

export const unwrapBallotKey = async (wrapped: Uint8Array, use: KeyUse): Promise<Buffer> => {
  const { Plaintext } = await client.send(
    new DecryptCommand({ KeyId: env().BALLOT_KEY_ID, CiphertextBlob: wrapped, EncryptionContext: { ...use } }),
  );
  if (!Plaintext) throw new Error('KMS opened no ballot key');
  return Buffer.from(Plaintext);
};

/** The public half of the key that signs votes' logs: DER SubjectPublicKeyInfo. */
export const logPublicKey = async (): Promise<Uint8Array> => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: env().LOG_KEY_ID }));
  if (!PublicKey) throw new Error('KMS gave no public key');
  return PublicKey;
};

/** A signature by that key: Ed25519 as it is, ECDSA in DER. */
export const signForLog = async (message: Uint8Array, type: 'ed25519' | 'ecdsa-p256'): Promise<Uint8Array> => {
  const SigningAlgorithm = type === 'ed25519' ? 'ED25519_SHA_512' : 'ECDSA_SHA_256';
  const { Signature } = await client.send(
    new SignCommand({ KeyId: env().LOG_KEY_ID, Message: message, MessageType: 'RAW', SigningAlgorithm }),
  );
  if (!Signature) throw new Error('KMS gave no signature');
  return Signature;
};
