import type { Request } from '@gongyi/shared/requests/request';
import { photoChangeOf, photosToDecide, putWaiting, removeWaiting } from '../media/public';
import type { Waiting } from '../media/public';
import type { Change, Reaction } from '../platform/reaction';
import { placesAbove } from './places-above';
import { eventOf, isEventKey, isRequestKey, requestIdOf } from './request-item';
import { eventsAfter, findRequest } from './request-store';

/** Puts it into the list of those who look while it waits for them, and takes it out when somebody has. */
const settle = async (request: Request, waits: boolean, waiting: Waiting): Promise<void> => {
  if (waits) await putWaiting(placesAbove(request), waiting);
  else await removeWaiting(placesAbove(request), waiting);
};

const touches = ({ old, new: item }: Change): boolean =>
  old?.['wordsCheck'] !== item?.['wordsCheck'] && [old, item].some((image) => image?.['wordsCheck'] === 'person');

const onWords = async (change: Change): Promise<void> => {
  if (!touches(change)) return;
  const request = await findRequest(requestIdOf(change.pk));
  if (request === undefined) return;
  const requestId = request.id;
  if (isRequestKey(change.pk, change.sk)) {
    const waiting = { requestId, at: request.filedAt, since: change.at };
    await settle(request, request.wordsCheck === 'person', waiting);
    return;
  }
  const rev = Number(change.sk.slice(3));
  const event = (await eventsAfter(requestId, rev - 1)).find((one) => one.rev === rev);
  if (event === undefined) return;
  await settle(request, event.wordsCheck === 'person', { requestId, eventRev: rev, at: event.at, since: change.at });
};

const onPhoto = async (change: Change): Promise<void> => {
  const photo = photoChangeOf(change);
  if (photo === undefined) return;
  const [now] = await photosToDecide([photo.mediaId]);
  for (const requestId of photo.usedBy) {
    const request = await findRequest(requestId);
    if (request === undefined) continue;
    const waiting = { requestId, mediaId: photo.mediaId, at: request.filedAt, since: change.at };
    await settle(request, now?.state === 'person', waiting);
  }
};

/**
 * Photos that waited for a person before what shows them was written: their own change found nothing to list
 * them under. Whichever of the two comes later sees the other.
 */
const onPhotosShown = async ({ pk, sk, old, new: item }: Change): Promise<void> => {
  if (old !== undefined || item === undefined) return;
  const request = await findRequest(requestIdOf(pk));
  if (request === undefined) return;
  const ids = isRequestKey(pk, sk) ? request.photos : eventOf(item).photos;
  const waiting = ids.length === 0 ? [] : (await photosToDecide(ids)).filter(({ state }) => state === 'person');
  for (const { mediaId } of waiting) {
    await settle(request, true, { requestId: request.id, mediaId, at: request.filedAt, since: Date.now() });
  }
};

/** Words and photos that no machine cleared come before a person. */
export const onContentWaiting: Reaction = {
  name: 'requests/content-waiting',
  async on(change) {
    if (isRequestKey(change.pk, change.sk) || isEventKey(change.pk, change.sk)) {
      await onWords(change);
      await onPhotosShown(change);
    } else await onPhoto(change);
  },
};
