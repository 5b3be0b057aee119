import { ancestorOf } from '@gongyi/shared/district/place';
import { checkWords, photoChangeOf, photosToDecide, putWaiting, removeWaiting } from '../media/public';
import type { Waiting } from '../media/public';
import { findPerson } from '../people/public';
import { stepOf } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import type { Change, Reaction } from '../platform/reaction';
import { findShift, findStep, findTeam, findWish, recordKey, stepsAfter } from './record-store';
import type { Kind } from './record-store';
import { settleWords } from './words-store';

interface Subject {
  readonly kind: Kind;
  readonly id: string;
}

const stepSubject = ({ pk, sk }: Change): Subject | undefined => {
  const key = recordKey(pk, sk);
  return key?.step === true ? { kind: key.kind, id: key.id } : undefined;
};

/** New words are checked before anybody but their author reads them; everything goes on meanwhile. */
export const onVolunteerWords: Reaction = {
  name: 'volunteers/check-words',
  async on(change) {
    const subject = stepSubject(change);
    if (subject === undefined || change.old !== undefined || change.new?.['wordsCheck'] !== 'pending') return;
    const { rev, words, byId } = stepOf(change.new);
    if (words === undefined) return;
    const openid = byId === undefined ? undefined : (await findPerson(byId))?.openid;
    await settleWords(subject.kind, subject.id, rev, await checkWords(words, openid));
  },
};

/** Where a thing is, for the community whose people look after its words. */
export const placeOf = async ({ kind, id }: Subject): Promise<string | undefined> => {
  if (kind === 'team') return (await findTeam(id))?.communityId;
  if (kind === 'shift') return (await findShift(id))?.communityId;
  return (await findWish(id))?.compoundId;
};

const settle = async (waits: boolean, subject: Subject, waiting: Omit<Waiting, 'subject'>): Promise<void> => {
  const placeId = await placeOf(subject);
  const places =
    placeId === undefined
      ? []
      : (['community', 'street', 'district'] as const).flatMap((level) => ancestorOf(placeId, level) ?? []);
  if (waits) await putWaiting(places, { ...waiting, subject });
  else await removeWaiting(places, { ...waiting, subject });
};

const touchesWords = ({ old, new: item }: Change): boolean =>
  old?.['wordsCheck'] !== item?.['wordsCheck'] && [old, item].some((image) => image?.['wordsCheck'] === 'person');

const onStep = async (change: Change, subject: Subject): Promise<void> => {
  if (change.new === undefined) return;
  const { rev, at, photos } = stepOf(change.new);
  if (touchesWords(change)) {
    const now = await findStep(subject.kind, subject.id, rev);
    await settle(now?.wordsCheck === 'person', subject, { eventRev: rev, at, since: change.at });
  }
  if (change.old !== undefined || photos.length === 0) return;
  for (const { mediaId, state } of await photosToDecide(photos)) {
    if (state === 'person') await settle(true, subject, { eventRev: rev, mediaId, at, since: change.at });
  }
};

const showing = async (subject: Subject, mediaId: string): Promise<StoredStep | undefined> =>
  (await stepsAfter(subject.kind, subject.id)).find(({ photos }) => photos.includes(mediaId));

const onPhoto = async (change: Change): Promise<void> => {
  const photo = photoChangeOf(change);
  if (photo === undefined) return;
  const [now] = await photosToDecide([photo.mediaId]);
  // Of these only wishes show photos.
  for (const id of photo.usedBy) {
    const subject = { kind: 'wish', id } as const;
    const step = await showing(subject, photo.mediaId);
    if (step === undefined) continue;
    const waiting = { eventRev: step.rev, mediaId: photo.mediaId, at: step.at, since: change.at };
    await settle(now?.state === 'person', subject, waiting);
  }
};

/** Words and photos that no machine cleared come before a person. */
export const onVolunteerContent: Reaction = {
  name: 'volunteers/content-waiting',
  async on(change) {
    const subject = stepSubject(change);
    if (subject === undefined) await onPhoto(change);
    else await onStep(change, subject);
  },
};
