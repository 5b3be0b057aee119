import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { checkPhoto } from './photo-check';

/** A photo is used for the first time: have it checked. */
const onPhotoUsed: Reaction = {
  name: 'media/on-photo-used',
  async on(change) {
    if (!change.pk.startsWith(PREFIX.media)) return;
    if (change.new?.['uploadedAt'] === undefined || change.old?.['uploadedAt'] !== undefined) return;
    await checkPhoto(change.pk.slice(PREFIX.media.length), Date.now());
  },
};

export const mediaReactions: readonly Reaction[] = [onPhotoUsed];
