import { ancestorOf } from '@gongyi/shared/district/place';
import { stepOf } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import type { Change, Reaction } from '../platform/reaction';
import { photoChangeOf } from './media-change';
import { photosToDecide } from './photo-views';
import { putWaiting, removeWaiting } from './waiting-store';
import type { Waiting } from './waiting-store';

type Subject = NonNullable<Waiting['subject']>;

/** How a slice's records are found. */
export interface RecordsOf<S extends Subject> {
  readonly name: string;
  /** Whose step a key is of; undefined if of nothing of this slice. */
  readonly stepOwner: (change: Pick<Change, 'pk' | 'sk'>) => S | undefined;
  readonly compoundOf: (subject: S) => Promise<string | undefined>;
  /** Steps with a revision greater than `after`, in order. */
  readonly stepsOf: (subject: S, after: number) => Promise<StoredStep[]>;
  /** What a photo with this use may be shown in. */
  readonly shownIn: (usedBy: string) => readonly S[];
}

const touchesWords = ({ old, new: item }: Change): boolean =>
  old?.['wordsCheck'] !== item?.['wordsCheck'] && [old, item].some((image) => image?.['wordsCheck'] === 'person');

/** Words and photos of records that no machine cleared come before a person. */
export const contentWaiting = <S extends Subject>(records: RecordsOf<S>): Reaction => {
  /** Puts it into the list of those who look while it waits for them, and takes it out when somebody has. */
  const settle = async (waits: boolean, subject: S, waiting: Omit<Waiting, 'subject'>): Promise<void> => {
    const compoundId = await records.compoundOf(subject);
    if (compoundId === undefined) return;
    const places = (['community', 'street', 'district'] as const).flatMap(
      (level) => ancestorOf(compoundId, level) ?? [],
    );
    if (waits) await putWaiting(places, { ...waiting, subject });
    else await removeWaiting(places, { ...waiting, subject });
  };

  const onStep = async (change: Change, subject: S): Promise<void> => {
    if (change.new === undefined) return;
    const { rev, at, photos } = stepOf(change.new);
    if (touchesWords(change)) {
      const now = (await records.stepsOf(subject, rev - 1)).find((step) => step.rev === rev);
      await settle(now?.wordsCheck === 'person', subject, { eventRev: rev, at, since: change.at });
    }
    // Photos that waited for a person before what shows them was written: whichever comes later sees the other.
    if (change.old !== undefined || photos.length === 0) return;
    for (const { mediaId, state } of await photosToDecide(photos)) {
      if (state === 'person') await settle(true, subject, { eventRev: rev, mediaId, at, since: change.at });
    }
  };

  const onPhoto = async (change: Change): Promise<void> => {
    const photo = photoChangeOf(change);
    if (photo === undefined) return;
    const { mediaId, usedBy } = photo;
    const [now] = await photosToDecide([mediaId]);
    for (const subject of usedBy.flatMap(records.shownIn)) {
      const step = (await records.stepsOf(subject, 0)).find(({ photos }) => photos.includes(mediaId));
      if (step === undefined) continue;
      const waiting = { eventRev: step.rev, mediaId, at: step.at, since: change.at };
      await settle(now?.state === 'person', subject, waiting);
    }
  };

  return {
    name: records.name,
    async on(change) {
      const owner = records.stepOwner(change);
      if (owner === undefined) await onPhoto(change);
      else await onStep(change, owner);
    },
  };
};
