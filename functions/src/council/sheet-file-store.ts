import { GetObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../platform/env';

/**
 * Printed notices under `exports/`, which is emptied after a day: what is asked for again is made once a day,
 * and read by an address that ends after ten minutes.
 */
const URL_SECONDS = 600;

let client: S3Client | undefined;
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

const isThere = async (place: { readonly Bucket: string; readonly Key: string }): Promise<boolean> => {
  try {
    await s3().send(new HeadObjectCommand(place));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
};

/** An address to read the sheet of this id from; makes it only if it is not there. */
export const sheetAddress = async (id: string, fileName: string, make: () => Promise<Uint8Array>): Promise<string> => {
  const place = { Bucket: env().BUCKET_NAME, Key: `exports/notice-${id}.pdf` };
  if (!(await isThere(place))) {
    const ContentDisposition = `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    const body = { Body: await make(), ContentType: 'application/pdf', ContentDisposition };
    await s3().send(new PutObjectCommand({ ...place, ...body }));
  }
  return getSignedUrl(s3(), new GetObjectCommand(place), { expiresIn: URL_SECONDS });
};
