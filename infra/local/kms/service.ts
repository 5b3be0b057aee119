import type { KeyObject } from 'node:crypto';
import { createHmac, createPrivateKey, createPublicKey, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Operation, Service } from '../aws-services/handler';
import { ServiceError } from '../aws-services/handler';
import { decrypt, encrypt, keyIdOf } from './envelope';
import type { KeySpec, StoredKey } from './keys';

const Blob = z.pipe(
  z.base64(),
  z.transform((text: string) => Buffer.from(text, 'base64')),
);
const Context = z._default(z.record(z.string(), z.string()), {});
const KeyId = z.string();

const DataKeyInput = z.object({
  KeyId,
  KeySpec: z.optional(z.enum(['AES_256', 'AES_128'])),
  NumberOfBytes: z.optional(z.int().check(z.minimum(1), z.maximum(1024))),
  EncryptionContext: Context,
});
const EncryptInput = z.object({ KeyId, Plaintext: Blob, EncryptionContext: Context });
const DecryptInput = z.object({ KeyId: z.optional(KeyId), CiphertextBlob: Blob, EncryptionContext: Context });
const MacInput = z.object({ KeyId, Message: Blob, MacAlgorithm: z.literal('HMAC_SHA_256') });
const VerifyMacInput = z.extend(MacInput, { Mac: Blob });
const SignInput = z.object({
  KeyId,
  Message: Blob,
  MessageType: z._default(z.enum(['RAW', 'DIGEST']), 'RAW'),
  SigningAlgorithm: z.enum(['ECDSA_SHA_256', 'ED25519_SHA_512']),
});
const PublicKeyInput = z.object({ KeyId });

const ALGORITHM = { ECC_NIST_P256: 'ECDSA_SHA_256', ECC_NIST_EDWARDS25519: 'ED25519_SHA_512' } as const;

const wrongUse = (keyId: string): ServiceError =>
  new ServiceError('InvalidKeyUsageException', `${keyId} is not a key for this`);

/** KMS with the operations this system uses, doing the real arithmetic with the keys it holds. */
export const kmsService = (keys: ReadonlyMap<string, StoredKey>): Service => {
  const arn = (id: string): string => `arn:aws:kms:local:000000000000:key/${id}`;
  const stored = (asked: string): { readonly id: string; readonly key: StoredKey } => {
    const id = asked.split('key/').at(-1) ?? '';
    const key = keys.get(id);
    if (key === undefined) throw new ServiceError('NotFoundException', `Key '${arn(id)}' does not exist`);
    return { id, key };
  };
  const secret = (asked: string, spec: KeySpec): { readonly id: string; readonly bytes: Buffer } => {
    const { id, key } = stored(asked);
    if (key.spec !== spec) throw wrongUse(id);
    return { id, bytes: Buffer.from(key.material, 'base64') };
  };
  const signer = (asked: string): { id: string; spec: keyof typeof ALGORITHM; privateKey: KeyObject } => {
    const { id, key } = stored(asked);
    const { spec } = key;
    if (spec !== 'ECC_NIST_P256' && spec !== 'ECC_NIST_EDWARDS25519') throw wrongUse(id);
    const der = Buffer.from(key.material, 'base64');
    return { id, spec, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  };
  const mac = (asked: string, message: Buffer): { readonly id: string; readonly digest: Buffer } => {
    const { id, bytes } = secret(asked, 'HMAC_256');
    return { id, digest: createHmac('sha256', bytes).update(message).digest() };
  };

  const operations: Record<string, Operation> = {
    GenerateDataKey: (input) => {
      const asked = DataKeyInput.parse(input);
      const { id, bytes } = secret(asked.KeyId, 'SYMMETRIC_DEFAULT');
      const plain = randomBytes(asked.NumberOfBytes ?? (asked.KeySpec === 'AES_128' ? 16 : 32));
      const blob = encrypt(id, bytes, plain, asked.EncryptionContext);
      return { KeyId: arn(id), Plaintext: plain.toString('base64'), CiphertextBlob: blob.toString('base64') };
    },
    Encrypt: (input) => {
      const asked = EncryptInput.parse(input);
      const { id, bytes } = secret(asked.KeyId, 'SYMMETRIC_DEFAULT');
      const blob = encrypt(id, bytes, asked.Plaintext, asked.EncryptionContext);
      return { KeyId: arn(id), CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Decrypt: (input) => {
      const asked = DecryptInput.parse(input);
      const named = keyIdOf(asked.CiphertextBlob);
      if (!keys.has(named)) throw new ServiceError('InvalidCiphertextException', 'the ciphertext names no key of ours');
      const { id, bytes } = secret(asked.KeyId ?? named, 'SYMMETRIC_DEFAULT');
      if (id !== named) throw new ServiceError('IncorrectKeyException', 'the ciphertext was made under another key');
      const plain = decrypt(id, bytes, asked.CiphertextBlob, asked.EncryptionContext);
      return { KeyId: arn(id), Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    GenerateMac: (input) => {
      const asked = MacInput.parse(input);
      const { id, digest } = mac(asked.KeyId, asked.Message);
      return { KeyId: arn(id), Mac: digest.toString('base64'), MacAlgorithm: asked.MacAlgorithm };
    },
    VerifyMac: (input) => {
      const asked = VerifyMacInput.parse(input);
      const { id, digest } = mac(asked.KeyId, asked.Message);
      const same = digest.length === asked.Mac.length && timingSafeEqual(digest, asked.Mac);
      if (!same) throw new ServiceError('KMSInvalidMacException', 'the MAC does not match');
      return { KeyId: arn(id), MacValid: true, MacAlgorithm: asked.MacAlgorithm };
    },
    Sign: (input) => {
      const asked = SignInput.parse(input);
      const { id, spec, privateKey } = signer(asked.KeyId);
      if (ALGORITHM[spec] !== asked.SigningAlgorithm) throw wrongUse(id);
      // Node signs no ready-made digest, and nothing here needs it.
      if (asked.MessageType === 'DIGEST') throw new ServiceError('ValidationException', 'only RAW messages are signed');
      const signature = sign(spec === 'ECC_NIST_P256' ? 'sha256' : null, asked.Message, privateKey);
      return { KeyId: arn(id), Signature: signature.toString('base64'), SigningAlgorithm: asked.SigningAlgorithm };
    },
    GetPublicKey: (input) => {
      const { id, spec, privateKey } = signer(PublicKeyInput.parse(input).KeyId);
      const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
      return {
        KeyId: arn(id),
        PublicKey: der.toString('base64'),
        KeySpec: spec,
        KeyUsage: 'SIGN_VERIFY',
        SigningAlgorithms: [ALGORITHM[spec]],
      };
    },
  };
  return { name: 'kms', target: 'TrentService', operations };
};
