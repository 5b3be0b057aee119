import { GetObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from './env';

/**
 * Files made for somebody to take away, under `exports/`, which is emptied after a day: what is asked for again
 * is made once a day, and read by an address that ends after ten minutes.
 */
const URL_SECONDS = 600;

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

export interface ExportedFile {
  /** What it is made of: the same for the same content, so that it need not be made twice. */
  readonly id: string;
  readonly type: keyof typeof TYPES;
  /** Its name for whoever keeps it, without the ending. */
  readonly name: string;
  /** Shown in a window rather than saved. */
  readonly inline?: boolean;
}

let client: S3Client | undefined;
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

const placeOf = ({ id, type }: ExportedFile) => ({ Bucket: env().BUCKET_NAME, Key: `exports/${id}.${type}` });

const isThere = async (file: ExportedFile): Promise<boolean> => {
  try {
    await s3().send(new HeadObjectCommand(placeOf(file)));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
};

/** Keeps the file and gives an address to read it from. The same id again replaces it. */
export const keepExport = async (file: ExportedFile, bytes: Uint8Array): Promise<string> => {
  const { name, type, inline } = file;
  const how = inline === true ? 'inline' : 'attachment';
  const ContentDisposition = `${how}; filename*=UTF-8''${encodeURIComponent(`${name}.${type}`)}`;
  await s3().send(
    new PutObjectCommand({ ...placeOf(file), Body: bytes, ContentType: TYPES[type], ContentDisposition }),
  );
  return addressOf(file);
};

const addressOf = (file: ExportedFile): Promise<string> =>
  getSignedUrl(s3(), new GetObjectCommand(placeOf(file)), { expiresIn: URL_SECONDS });

/** An address to read the file of this id from; makes it only if it is not there. */
export const exportOnce = async (file: ExportedFile, make: () => Promise<Uint8Array>): Promise<string> =>
  (await isThere(file)) ? addressOf(file) : keepExport(file, await make());
