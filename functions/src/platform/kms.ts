import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
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
