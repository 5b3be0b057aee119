import { DAY } from '@gongyi/shared/kernel/time';
import { walkDue } from '../platform/due-walk';
import type { Due } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { PREFIX } from '../platform/table-shape';
import { CHECK_DUE, findMedia, settle, waitOn } from './media-store';
import { checkPhoto, keepIfGenuine, nextLook } from './photo-check';

/** The bucket empties the folder of uploads after this long. */
const UPLOADS_STAY_MS = DAY;

/** A photo still without a verdict: ask again, wait on, or hand it to a person after its time. */
const followUp = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const mediaId = key.pk.slice(PREFIX.media.length);
  const media = await findMedia(mediaId);
  if (media?.state !== 'pending') return;
  const again = nextLook(media, now);
  if (again === undefined) {
    // A person must find the copy that nobody can replace; while it cannot be made, it is tried every minute.
    const isGone = media.keptAt === undefined && now >= (media.uploadedAt ?? 0) + UPLOADS_STAY_MS;
    if (isGone || !(await keepIfGenuine(media, now))) {
      await settle(mediaId, 'held', `not-genuine-${mediaId}`);
      return;
    }
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
