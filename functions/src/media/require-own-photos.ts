import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isPhoto } from './media-item';
import type { Media } from './media-item';
import { findMediaOf, markUsed } from './media-store';
import { findUpload } from './files';

const etagOf = async (media: Media): Promise<string | undefined> =>
  media.uploadedAt === undefined ? (await findUpload(media))?.etag : (media.etag ?? '');

/**
 * Takes photos into use for `usedBy` (a request's id): refused with `photos-unknown` unless every one is a
 * picture that this person uploaded. The first use starts the content check, by the stream. May be run again
 * for the same use. Ask last, just before the write that stores the ids.
 */
export const requireOwnPhotos = async (
  mediaIds: readonly string[],
  personId: string,
  usedBy: string,
  now: number,
): Promise<Refusal | undefined> => {
  const wanted = new Set(mediaIds);
  const photos = (await findMediaOf(mediaIds, true)).filter((media) => media.ownerId === personId && isPhoto(media));
  if (photos.length < wanted.size) return refuse('photos-unknown', { missing: wanted.size - photos.length });
  const etags = await Promise.all(photos.map(etagOf));
  const missing = etags.filter((etag) => etag === undefined).length;
  if (missing > 0) return refuse('photos-unknown', { missing });
  await Promise.all(photos.map((media, index) => markUsed(media, etags[index] ?? '', usedBy, now)));
  return undefined;
};
