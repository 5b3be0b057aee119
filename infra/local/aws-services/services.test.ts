import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Served } from '../http/serve';
import { serve } from '../http/serve';
import type { KeySpec } from '../kms/keys';
import { openKeys } from '../kms/keys';
import { kmsService } from '../kms/service';
import { secretsService } from '../secrets/service';
import { awsServices } from './handler';

const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'secret' };
const WANTED: Record<string, KeySpec> = {
  data: 'SYMMETRIC_DEFAULT',
  other: 'SYMMETRIC_DEFAULT',
  mac: 'HMAC_256',
  p256: 'ECC_NIST_P256',
  ed: 'ECC_NIST_EDWARDS25519',
};
let folder = '';
const servers: Served[] = [];

const start = async (): Promise<string> => {
  const keys = await openKeys(join(folder, 'kms.json'), WANTED);
  const services = [kmsService(keys), secretsService(new Map([['wechat', '{"appId":"wx"}']]))];
  const judge = { credentials, now: () => Date.now() };
  const server = await serve(awsServices(services, judge), 0, (fault) => {
    throw fault;
  });
  servers.push(server);
  return server.origin;
};
const connection = (endpoint: string, secretAccessKey = 'secret') => ({
  endpoint,
  region: 'cn-north-1',
  credentials: { accessKeyId: 'AKLOCAL', secretAccessKey },
  maxAttempts: 1,
});
let kms: KMSClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-'));
  kms = new KMSClient(connection(await start()));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true });
});

describe('keys', () => {
  it('wrap data keys that only the same key, context and service open', async () => {
    const EncryptionContext = { person: '1', home: '2' };
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId: 'data', KeySpec: 'AES_256', EncryptionContext }));
    expect(made.Plaintext).toHaveLength(32);
    const { CiphertextBlob } = made;
    const reordered = { home: '2', person: '1' };
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: reordered }));
    expect(opened.Plaintext).toEqual(made.Plaintext);
    const refusals = [
      [{ CiphertextBlob, EncryptionContext: { person: '2' } }, 'InvalidCiphertextException'],
      [{ CiphertextBlob, EncryptionContext, KeyId: 'other' }, 'IncorrectKeyException'],
      [{ CiphertextBlob: randomBytes(80) }, 'InvalidCiphertextException'],
      [{ CiphertextBlob, EncryptionContext, KeyId: 'mac' }, 'InvalidKeyUsageException'],
      [{ CiphertextBlob, EncryptionContext, KeyId: 'none' }, 'NotFoundException'],
    ] as const;
    for (const [input, name] of refusals) {
      await expect(kms.send(new DecryptCommand(input))).rejects.toMatchObject({ name });
    }
  });

  it('stay the same over a restart', async () => {
    const Message = Buffer.from('138');
    const input = { KeyId: 'mac', MacAlgorithm: 'HMAC_SHA_256', Message } as const;
    const before = await kms.send(new GenerateMacCommand(input));
    const again = new KMSClient(connection(await start()));
    expect((await again.send(new GenerateMacCommand(input))).Mac).toEqual(before.Mac);
    expect((await again.send(new VerifyMacCommand({ ...input, Mac: before.Mac }))).MacValid).toBe(true);
    const forged = again.send(new VerifyMacCommand({ ...input, Mac: randomBytes(32) }));
    await expect(forged).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  });

  it.each([
    ['p256', 'ECDSA_SHA_256', 'sha256'],
    ['ed', 'ED25519_SHA_512', null],
  ] as const)('sign what anybody can verify: %s', async (KeyId, SigningAlgorithm, hash) => {
    const Message = Buffer.from('checkpoint');
    const { Signature } = await kms.send(new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm }));
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    expect(verify(hash, Message, key, Signature ?? new Uint8Array())).toBe(true);
    expect(verify(hash, Buffer.from('another'), key, Signature ?? new Uint8Array())).toBe(false);
  });
});

describe('secrets', () => {
  it('are given by id', async () => {
    const client = new SecretsManagerClient(connection(await start()));
    expect((await client.send(new GetSecretValueCommand({ SecretId: 'wechat' }))).SecretString).toBe('{"appId":"wx"}');
    const missing = client.send(new GetSecretValueCommand({ SecretId: 'none' }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('believes nobody without the secret key', async () => {
  const origin = await start();
  const stranger = new KMSClient(connection(origin, 'guess'));
  const asked = stranger.send(new GenerateDataKeyCommand({ KeyId: 'data', KeySpec: 'AES_256' }));
  await expect(asked).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  const headers = { 'x-amz-target': 'secretsmanager.GetSecretValue' };
  const bare = await fetch(origin, { method: 'POST', headers, body: '{"SecretId":"wechat"}' });
  expect(bare.status).toBe(403);
});
