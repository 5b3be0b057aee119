import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../platform/env';

/** Files of a vote, kept for good: the frozen roll, the hashes of its log, what anybody counts it again with. */
const URL_SECONDS = 600;
let client: S3Client | undefined;
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

export const voteFile = (voteId: string, name: string): string => `votes/${voteId}/${name}`;

/** @param savedAs the name under which whoever opens its address keeps it; shown in the browser if left out */
export const putFile = async (
  key: string,
  body: Uint8Array | string,
  type: string,
  savedAs?: string,
): Promise<void> => {
  const ContentDisposition = savedAs === undefined ? undefined : `attachment; filename="${savedAs}"`;
  await s3().send(
    new PutObjectCommand({ Bucket: env().BUCKET_NAME, Key: key, Body: body, ContentType: type, ContentDisposition }),
  );
};

/** Undefined if there is no such file. */
export const getFile = async (key: string): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await s3().send(new GetObjectCommand({ Bucket: env().BUCKET_NAME, Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

export const addressOf = (key: string): Promise<string> =>
  getSignedUrl(s3(), new GetObjectCommand({ Bucket: env().BUCKET_NAME, Key: key }), { expiresIn: URL_SECONDS });
