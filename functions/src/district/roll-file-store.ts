import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { env } from '../platform/env';

/**
 * The uploaded sheet of an import, kept by the server from `begin` on: what is previewed is what is written,
 * whatever happens to the upload. The bucket lets it expire.
 */
let client: S3Client | undefined;
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

const place = (importId: string) => ({ Bucket: env().BUCKET_NAME, Key: `imports/${importId}` });

/** Keeps the file once: a second try for the same import leaves the first file standing. */
export const keepRollFile = async (importId: string, bytes: Uint8Array): Promise<void> => {
  try {
    const content = { Body: bytes, ContentType: 'application/octet-stream' };
    await s3().send(new PutObjectCommand({ ...place(importId), ...content, IfNoneMatch: '*' }));
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === 'PreconditionFailed')) throw error;
  }
};

/** Undefined when it has expired. */
export const findRollFile = async (importId: string): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await s3().send(new GetObjectCommand(place(importId)));
    if (Body === undefined) throw new Error('S3 gave no body');
    return await Body.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};
