import type { MediaType } from '@gongyi/shared/media/contract';
import { looksLike } from './file-type';
import { findMedia } from './media-store';
import { findUpload, readUpload } from './files';

/**
 * A file this person uploaded, for reading by the server (a sheet to import). Undefined if there is none, or
 * if it is not of the type it was announced as. Uploads not taken into use vanish after a day.
 */
export const readOwnFile = async (
  mediaId: string,
  personId: string,
): Promise<{ readonly contentType: MediaType; readonly bytes: Uint8Array } | undefined> => {
  const media = await findMedia(mediaId);
  if (media?.ownerId !== personId || (await findUpload(media)) === undefined) return undefined;
  const bytes = await readUpload(media);
  return bytes !== undefined && looksLike(bytes, media.contentType)
    ? { contentType: media.contentType, bytes }
    : undefined;
};
