import * as z from 'zod/mini';
import { StoredEvent, readStoredRequest } from '@gongyi/shared/requests/stored-request';
import { photoChangeOf } from '../media/public';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { tell } from './tell';

/** Whose words or photo are not shown, and in which request; undefined if the change holds nothing back. */
interface Held {
  readonly personId: string;
  readonly what: '文字' | '照片';
  readonly requestId: string | undefined;
  readonly causeId: string;
}

const heldPhoto = (change: Change): Held | undefined => {
  const photo = photoChangeOf(change);
  if (photo?.state !== 'held') return undefined;
  const [requestId] = photo.usedBy;
  return { personId: photo.ownerId, what: '照片', requestId, causeId: `held.${photo.mediaId}` };
};

const heldWords = (change: Change): Held | undefined => {
  if (!change.pk.startsWith(PREFIX.request) || change.old?.['wordsCheck'] === 'held') return undefined;
  const requestId = change.pk.slice(PREFIX.request.length);
  const causeId = `held.${requestId}.${change.sk}`;
  const request = readStoredRequest(requestId, change.new);
  if (request !== undefined) {
    const { wordsCheck, filerId } = request;
    if (wordsCheck !== 'held' || filerId === undefined) return undefined;
    return { personId: filerId, what: '文字', requestId, causeId };
  }
  const event = z.safeParse(StoredEvent, change.new);
  if (!event.success || event.data.wordsCheck !== 'held' || event.data.byId === undefined) return undefined;
  return { personId: event.data.byId, what: '文字', requestId, causeId };
};

/** A check held somebody's words or photo: they are told, so that nobody waits for an answer to what nobody saw. */
export const onHeld: Reaction = {
  name: 'notices/on-held',
  async on(change) {
    const held = heldPhoto(change) ?? heldWords(change);
    if (held === undefined) return;
    const { personId, what, requestId, causeId } = held;
    await tell(
      {
        personIds: [personId],
        causeId,
        kind: 'content-held',
        title: `有一处${what}没有显示`,
        words: `您发的${what}未通过内容检查，别人看不到；事情照常办理。`,
        subject: requestId === undefined ? undefined : { kind: 'request', id: requestId },
      },
      Date.now(),
    );
  },
};
