import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ServiceError } from '../aws-services/handler';

/** Encryption under a KMS key: the blob names the key, so that Decrypt needs no KeyId, as in AWS. */
const invalid = (): ServiceError => new ServiceError('InvalidCiphertextException', 'the ciphertext cannot be opened');

export type EncryptionContext = Readonly<Record<string, string>>;

const bound = (keyId: string, context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify([keyId, ...Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]));

export const encrypt = (keyId: string, key: Buffer, plain: Buffer, context: EncryptionContext): Buffer => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(keyId, context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const name = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([name.length]), name, iv, cipher.getAuthTag(), body]);
};

export const keyIdOf = (blob: Buffer): string => blob.subarray(1, 1 + (blob[0] ?? 0)).toString();

export const decrypt = (keyId: string, key: Buffer, blob: Buffer, context: EncryptionContext): Buffer => {
  const start = 1 + Buffer.byteLength(keyId);
  const [iv, tag, body] = [
    blob.subarray(start, start + 12),
    blob.subarray(start + 12, start + 28),
    blob.subarray(start + 28),
  ];
  if (iv.length !== 12 || tag.length !== 16) throw invalid();
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(bound(keyId, context)).setAuthTag(tag);
  const plain = decipher.update(body);
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw invalid();
  }
};
