import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Served } from '../http/serve';
import { serve } from '../http/serve';
import { s3Handler } from './handler';
import type { ObjectStore } from './store';
import { openStore } from './store';

const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'secret' };
const Bucket = 'photos';
let shift = 0;
const now = (): number => Date.now() + shift;
let folder = '';
let server: Served;
let store: ObjectStore;
const client = (secretAccessKey = credentials.secretAccessKey): S3Client =>
  new S3Client({
    endpoint: server.origin,
    region: 'cn-north-1',
    credentials: { ...credentials, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-'));
  store = await openStore(folder, now);
  server = await serve(s3Handler(new Map([[Bucket, store]]), { credentials, service: 's3', now }), 0, (fault) => {
    throw fault;
  });
});
afterEach(() => {
  shift = 0;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('objects by signed requests', () => {
  it('are put, read, copied, listed in pages and removed', async () => {
    const s3 = client();
    const Key = 'a/共 议+1.png';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'one', ContentType: 'image/png', Metadata: { by: 'me' } }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('one');
    expect([got.ContentType, got.Metadata]).toEqual(['image/png', { by: 'me' }]);
    await s3
      .send(new CopyObjectCommand({ Bucket, Key: 'a/2', CopySource: encodeURI(`${Bucket}/a/2x`) }))
      .catch(() => 0);
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'a/2', CopySource: `${Bucket}/${encodeURIComponent(Key)}` }));
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/2' }))).ContentLength).toBe(3);
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', MaxKeys: 1 }));
    const token = first.NextContinuationToken;
    const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', ContinuationToken: token }));
    expect([...(first.Contents ?? []), ...(second.Contents ?? [])].map((each) => each.Key)).toEqual(['a/2', Key]);
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('are put once when so asked', async () => {
    const once = () => client().send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    await once();
    await expect(once()).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it.each([
    ['another secret', () => client('guess').send(new HeadObjectCommand({ Bucket, Key: 'a/2' }))],
    [
      'another time',
      () => {
        const s3 = client();
        shift = 3_600_000;
        return s3.send(new GetObjectCommand({ Bucket, Key: 'a/2' }));
      },
    ],
  ])('are refused to %s', async (_, send) => {
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it('are refused without a signature, whatever the method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
      expect((await fetch(`${server.origin}/${Bucket}/a/2`, { method })).status).toBe(403);
    }
    expect((await fetch(`${server.origin}/${Bucket}?list-type=2`)).status).toBe(403);
  });
});

describe('addresses signed for reading', () => {
  const signed = (expiresIn = 60) =>
    getSignedUrl(client(), new GetObjectCommand({ Bucket, Key: 'a/2' }), { expiresIn });

  it('give the object until they expire', async () => {
    const url = await signed();
    expect(await (await fetch(url)).text()).toBe('one');
    shift = 61_000;
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });

  it.each([
    ['the key', (url: string) => url.replace('/a/2', '/once')],
    ['the expiry', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
    ['the date', (url: string) => url.replace(/X-Amz-Date=(\d{8})T\d{6}/, 'X-Amz-Date=$1T000000')],
    ['an added parameter', (url: string) => `${url}&response-content-type=text/html`],
    ['the signature', (url: string) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['the access key', (url: string) => url.replace('AKLOCAL', 'AKOTHER')],
    ['the scope', (url: string) => url.replace('%2Fs3%2F', '%2Fkms%2F')],
  ])('are refused when tampered with in %s', async (_, tamper) => {
    const url = await signed();
    const tampered = tamper(url);
    expect(tampered).not.toBe(url);
    expect((await fetch(tampered)).status).toBe(403);
  });

  it('read, and do nothing else', async () => {
    expect((await fetch(await signed(), { method: 'DELETE' })).status).toBe(403);
  });
});

describe('uploads under a signed policy', () => {
  const post = async (change: (form: Map<string, string>) => void = () => undefined, file = 'x'.repeat(100)) => {
    const { url, fields } = await createPresignedPost(client(), {
      Bucket,
      Key: 'up/1.jpg',
      Conditions: [
        ['content-length-range', 10, 1000],
        ['eq', '$Content-Type', 'image/jpeg'],
      ],
      Fields: { 'Content-Type': 'image/jpeg' },
      Expires: 60,
    });
    const values = new Map(Object.entries(fields));
    change(values);
    const form = new FormData();
    for (const [name, value] of values) form.append(name, value);
    form.append('file', new Blob([file], { type: 'image/jpeg' }), '照片.jpg');
    return fetch(url, { method: 'POST', body: form });
  };

  it('arrive whole and with the type they were signed for', async () => {
    expect((await post()).status).toBe(204);
    const got = await client().send(new GetObjectCommand({ Bucket, Key: 'up/1.jpg' }));
    expect([got.ContentType, (await got.Body?.transformToString())?.length]).toEqual(['image/jpeg', 100]);
  });

  it.each([
    ['another key', 'key', 'up/2.jpg'],
    ['another type', 'Content-Type', 'text/html'],
    ['a field nobody signed', 'x-amz-meta-owner', 'me'],
    ['another signature', 'X-Amz-Signature', '0'.repeat(64)],
    [
      'a policy of one’s own',
      'Policy',
      Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'),
    ],
  ])('are refused with %s', async (_, name, value) => {
    const answer = await post((form) => form.set(name, value));
    expect(answer.status).toBe(403);
  });

  it.each([
    ['EntityTooLarge', 1001],
    ['EntityTooSmall', 9],
  ])('are refused as %s at %i bytes', async (code, size) => {
    const answer = await post(undefined, 'x'.repeat(size));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(code)]);
  });

  it('are refused once the policy has expired', async () => {
    const answer = await post(() => {
      shift = 61_000;
    });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Policy expired')]);
  });

  it('may come from a page of another origin', async () => {
    const answer = await fetch(`${server.origin}/${Bucket}`, { method: 'OPTIONS' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

it('finds everything again, and drops half-written bytes', async () => {
  await writeFile(join(folder, 'half.bytes'), 'half');
  const again = await openStore(folder, now);
  expect(again.list('').map(({ key }) => key)).toEqual(store.list('').map(({ key }) => key));
  expect(again.list('').length).toBeGreaterThan(0);
  expect(await readdir(folder)).not.toContain('half.bytes');
});
