import { walkDue } from '../platform/due-walk';
import type { Due } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { PREFIX } from '../platform/table-shape';
import { CHECK_DUE, findMedia, settle, waitOn } from './media-store';
import { checkPhoto, nextLook } from './photo-check';

/** A photo still without a verdict: ask again, wait on, or hand it to a person after its time. */
const followUp = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const mediaId = key.pk.slice(PREFIX.media.length);
  const media = await findMedia(mediaId);
  if (media?.state !== 'pending') return;
  const again = nextLook(media, now);
  if (again === undefined) {
    await settle(mediaId, 'person', `no-verdict-${mediaId}`);
    return;
  }
  // Moved on first: should asking fail, the next look comes in its time and not at every tick.
  if ((await waitOn(mediaId, dueSk, again)).done) await checkPhoto(mediaId, now);
};

const contentChecks: Task = {
  task: 'content-checks',
  run: (now) => walkDue(CHECK_DUE, now, (due) => followUp(due, now)),
};

export const mediaTasks: readonly Task[] = [contentChecks];
