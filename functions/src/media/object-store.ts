import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../platform/env';
import { mostBytes } from './media-item';
import type { Media } from './media-item';

/**
 * The files themselves. Uploads land in `incoming/`, where their form could replace them until it expires;
 * what was checked lies in `media/`, where only the server writes.
 */
const FORM_SECONDS = 600;
const URL_SECONDS = 900;
/** Addresses stay the same this long, so that a picture in a list is not fetched again at every look. */
const URL_STEP_MS = 5 * 60_000;

let client: S3Client | undefined;
// A checksum in a presigned form or address would be one more header that a phone cannot send.
const s3 = (): S3Client => (client ??= new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));

type Place = Pick<Media, 'id' | 'ownerId' | 'keptAt'>;
const incomingKey = ({ id, ownerId }: Place): string => `incoming/${ownerId}/${id}`;
const keptKey = ({ id }: Place): string => `media/${id}`;
const keyOf = (media: Place): string => (media.keptAt === undefined ? incomingKey(media) : keptKey(media));

/** A form for exactly this file: its key, its type, at most its type's size, for ten minutes. */
export const uploadForm = (media: Media): Promise<{ url: string; fields: Record<string, string> }> =>
  createPresignedPost(s3(), {
    Bucket: env().BUCKET_NAME,
    Key: incomingKey(media),
    Fields: { 'Content-Type': media.contentType },
    Conditions: [['content-length-range', 1, mostBytes(media.contentType)]],
    Expires: FORM_SECONDS,
  });

/** What was uploaded, undefined if nothing was. */
export const findUpload = async (media: Media): Promise<{ readonly etag: string } | undefined> => {
  try {
    const { ETag } = await s3().send(new HeadObjectCommand({ Bucket: env().BUCKET_NAME, Key: incomingKey(media) }));
    return ETag === undefined ? undefined : { etag: ETag };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

/** By these S3 says that the object asked for is not there (any more). */
const GONE: readonly string[] = ['NoSuchKey', 'PreconditionFailed'];

/** The bytes that were found uploaded; undefined if they have been replaced since, or are gone. */
export const readUpload = async (media: Media): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await s3().send(
      new GetObjectCommand({
        Bucket: env().BUCKET_NAME,
        Key: keyOf(media),
        ...(media.etag === undefined || media.keptAt !== undefined ? {} : { IfMatch: media.etag }),
      }),
    );
    if (Body === undefined) throw new Error('S3 gave no body');
    return await Body.transformToByteArray();
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.includes(error.name)) return undefined;
    throw error;
  }
};

export const keep = async (media: Media, bytes: Uint8Array): Promise<void> => {
  await s3().send(
    new PutObjectCommand({
      Bucket: env().BUCKET_NAME,
      Key: keptKey(media),
      Body: bytes,
      ContentType: media.contentType,
      CacheControl: 'private, max-age=86400, immutable',
    }),
  );
};

const signed = new Map<string, Promise<string>>();

/** An address to read it from, good for 10 to 15 minutes. */
export const readUrl = (media: Place): Promise<string> => {
  const step = Math.floor(Date.now() / URL_STEP_MS) * URL_STEP_MS;
  const key = keyOf(media);
  const name = `${String(step)} ${key}`;
  const known = signed.get(name);
  if (known) return known;
  const made = getSignedUrl(s3(), new GetObjectCommand({ Bucket: env().BUCKET_NAME, Key: key }), {
    expiresIn: URL_SECONDS,
    signingDate: new Date(step),
  });
  made.catch(() => signed.delete(name));
  if (signed.size > 2000) signed.clear();
  signed.set(name, made);
  return made;
};
