import type { CheckState, PhotoView } from '@gongyi/shared/media/contract';
import type { StoredStep } from '../platform/record-item';
import { photoViews } from './photo-views';

/** Steps of a record as their asker may see them. */

/** Words are shown when cleared and not hidden, and to who wrote them. */
export const stepWords = (
  { words, wordsCheck, byId, hidden }: StoredStep,
  personId: string | undefined,
): string | undefined =>
  (byId !== undefined && byId === personId) || (wordsCheck === 'clear' && hidden !== true) ? words : undefined;

/** What somebody wrote into the facts is shown where the words of the step are. */
const WITH_WORDS = ['title', 'spot'];

export interface ShownStep<K extends string> {
  readonly rev: number;
  readonly kind: K;
  readonly at: number;
  readonly by: string;
  readonly mine: boolean;
  readonly words?: string;
  readonly wordsState?: CheckState;
  readonly hidden: boolean;
  readonly photos: PhotoView[];
  readonly facts: StoredStep['facts'];
}

export interface StepsAsked<K extends string> {
  readonly steps: readonly StoredStep[];
  /** A step that the record holds but nobody is shown is left out by its kind. */
  readonly kinds: readonly K[];
  /** Kinds whose facts repeat what the words say. */
  readonly textKinds: readonly string[];
  readonly personId: string | undefined;
  readonly byOf: (step: StoredStep) => string;
}

/** The steps of these kinds, in order, as `personId` may see them. */
export const shownSteps = async <K extends string>({
  steps,
  kinds,
  textKinds,
  personId,
  byOf,
}: StepsAsked<K>): Promise<ShownStep<K>[]> => {
  const ids = [...new Set(steps.flatMap(({ photos }) => photos))];
  const views = ids.length === 0 ? [] : await photoViews(ids, personId);
  const photos = new Map(views.map((view) => [view.mediaId, view]));
  return steps.flatMap((step) => {
    const kind = kinds.find((one) => one === step.kind);
    if (kind === undefined) return [];
    const words = stepWords(step, personId);
    const bare = textKinds.includes(kind) && words === undefined;
    return [
      {
        rev: step.rev,
        kind,
        at: step.at,
        by: byOf(step),
        mine: step.byId !== undefined && step.byId === personId,
        ...(words === undefined ? {} : { words }),
        ...(step.wordsCheck === undefined ? {} : { wordsState: step.wordsCheck }),
        hidden: step.hidden === true,
        photos: step.hidden === true ? [] : step.photos.flatMap((id) => photos.get(id) ?? []),
        facts: bare
          ? Object.fromEntries(Object.entries(step.facts).filter(([name]) => !WITH_WORDS.includes(name)))
          : step.facts,
      },
    ];
  });
};
