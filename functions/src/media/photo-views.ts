import type { PhotoView } from '@gongyi/shared/media/contract';
import type { Media } from './media-item';
import { findMediaOf } from './media-store';
import { readUrl } from './files';

/** Until the server has its own copy, the owner could still put another picture in its place. */
const isKept = ({ keptAt }: Media): boolean => keptAt !== undefined;

const viewOf = async (media: Media, shown: boolean): Promise<PhotoView> => ({
  mediaId: media.id,
  state: media.state,
  ...(shown ? { url: await readUrl(media) } : {}),
});

/**
 * Photos as `viewerId` may see them, in the order asked for: with an address (good for at least 10 minutes)
 * when clear or their own, else with their state alone. Unknown ids are left out.
 */
export const photoViews = async (mediaIds: readonly string[], viewerId: string | undefined): Promise<PhotoView[]> => {
  const known = new Map((await findMediaOf(mediaIds, false)).map((media) => [media.id, media]));
  const found = mediaIds.flatMap((id) => known.get(id) ?? []);
  return Promise.all(
    found.map((media) => viewOf(media, media.ownerId === viewerId || (media.state === 'clear' && isKept(media)))),
  );
};

/**
 * For a person who must decide: every photo with its address, whatever its state, as it stands this very
 * moment. The caller answers for the asker's right to look (`request.check-content`).
 */
export const photosToDecide = async (mediaIds: readonly string[]): Promise<PhotoView[]> => {
  const found = await findMediaOf(mediaIds, true);
  return Promise.all(found.map((media) => viewOf(media, isKept(media))));
};
