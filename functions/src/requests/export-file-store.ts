import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../platform/env';

/** Lists taken out of the house: kept a day under `exports/`, read by an address that ends after ten minutes. */
const URL_SECONDS = 600;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let client: S3Client | undefined;
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

/** Keeps the sheet and gives an address to fetch it from. The same id again replaces it. */
export const keepExport = async (id: string, fileName: string, bytes: Uint8Array): Promise<string> => {
  const place = { Bucket: env().BUCKET_NAME, Key: `exports/${id}.xlsx` };
  const ContentDisposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  await s3().send(new PutObjectCommand({ ...place, Body: bytes, ContentType: SHEET_TYPE, ContentDisposition }));
  return getSignedUrl(s3(), new GetObjectCommand(place), { expiresIn: URL_SECONDS });
};
