import { ancestorOf } from '@gongyi/shared/district/place';
import { photoChangeOf, photosToDecide, putWaiting, removeWaiting } from '../media/public';
import type { Waiting } from '../media/public';
import type { Change, Reaction } from '../platform/reaction';
import { stepOwner } from './on-council-words';
import { stepOf } from './record-item';
import type { StoredStep } from './record-item';
import { findSession, findTopic, stepsAfter } from './record-store';
import type { Kind } from './record-store';
import { findStep } from './step-words-store';

interface Subject {
  readonly kind: Kind;
  readonly id: string;
}

/** The community, street and district whose people look at what waits. */
const placesOf = async ({ kind, id }: Subject): Promise<string[]> => {
  const compoundId = (await (kind === 'topic' ? findTopic(id) : findSession(id)))?.compoundId;
  if (compoundId === undefined) return [];
  return (['community', 'street', 'district'] as const).flatMap((level) => ancestorOf(compoundId, level) ?? []);
};

/** Puts it into the list of those who look while it waits for them, and takes it out when somebody has. */
const settle = async (waits: boolean, subject: Subject, waiting: Omit<Waiting, 'subject'>): Promise<void> => {
  const places = await placesOf(subject);
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
  // Photos that waited for a person before what shows them was written: whichever comes later sees the other.
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
  // A session shows no photos of its own.
  for (const id of photo.usedBy) {
    const subject = { kind: 'topic', id } as const;
    const step = await showing(subject, photo.mediaId);
    if (step === undefined) continue;
    const waiting = { eventRev: step.rev, mediaId: photo.mediaId, at: step.at, since: change.at };
    await settle(now?.state === 'person', subject, waiting);
  }
};

/** Words and photos of the council that no machine cleared come before a person. */
export const onCouncilContent: Reaction = {
  name: 'council/content-waiting',
  async on(change) {
    const owner = stepOwner(change);
    if (owner === undefined) await onPhoto(change);
    else await onStep(change, owner);
  },
};
