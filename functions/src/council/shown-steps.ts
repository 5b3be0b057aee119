import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { CheckState, PhotoView } from '@gongyi/shared/media/contract';
import { photoViews } from '../media/public';
import { CLOCK } from './record-item';
import type { StoredStep } from './record-item';
import { UNSEEN } from './session-words';

/** Steps of a topic or a session as their asker may see them. */

/** In place of a title that is not shown yet, or not at all. */
export const titleShown = (title: string, state: CheckState, own: boolean): string =>
  own || state === 'clear' ? title : state === 'held' ? '内容未显示' : UNSEEN;

const AS: Readonly<Record<string, string | undefined>> = {
  convener: '社区党组织',
  'community-secretary': '社区党组织',
  [CLOCK.as]: '系统',
};

/** 业委会 李*; a resident by their masked name alone. */
export const byOf = ({ as, byName }: Pick<StoredStep, 'as' | 'byName'>): string => {
  const party = Object.entries(PARTY_NAMES).find(([key]) => key === as)?.[1].name;
  return `${party ?? AS[as] ?? ''} ${byName}`.trim();
};

/** Revisions of steps whose words the community hid. */
export const hiddenRevs = (steps: readonly StoredStep[]): ReadonlySet<number> =>
  new Set(
    steps.flatMap(({ kind, facts }) =>
      kind === 'comment-hidden' && typeof facts['hiddenRev'] === 'number' ? [facts['hiddenRev']] : [],
    ),
  );

/** Words are shown when cleared and not hidden, and to who wrote them. */
export const stepWords = (
  { words, wordsCheck, byId, rev }: StoredStep,
  personId: string | undefined,
  hidden: ReadonlySet<number> = new Set(),
): string | undefined =>
  (byId !== undefined && byId === personId) || (wordsCheck === 'clear' && !hidden.has(rev)) ? words : undefined;

/** What somebody wrote into the facts is shown where the words of the step are. */
const WITH_WORDS = ['title', 'spot'];
const TEXT_STEPS = ['proposed', 'amended'];

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

/**
 * The steps of these kinds, in order, as `personId` may see them; a step that the record holds but nobody is
 * shown (a second is counted, not listed) is left out by its kind.
 */
export const shownSteps = async <K extends string>(
  steps: readonly StoredStep[],
  kinds: readonly K[],
  personId: string | undefined,
): Promise<ShownStep<K>[]> => {
  const hidden = hiddenRevs(steps);
  const ids = [...new Set(steps.flatMap(({ photos }) => photos))];
  const views = ids.length === 0 ? [] : await photoViews(ids, personId);
  const photos = new Map(views.map((view) => [view.mediaId, view]));
  return steps.flatMap((step) => {
    const kind = kinds.find((one) => one === step.kind);
    if (kind === undefined) return [];
    const words = stepWords(step, personId, hidden);
    const bare = TEXT_STEPS.includes(kind) && words === undefined;
    return [
      {
        rev: step.rev,
        kind,
        at: step.at,
        by: byOf(step),
        mine: step.byId !== undefined && step.byId === personId,
        ...(words === undefined ? {} : { words }),
        ...(step.wordsCheck === undefined ? {} : { wordsState: step.wordsCheck }),
        hidden: hidden.has(step.rev),
        photos: hidden.has(step.rev) ? [] : step.photos.flatMap((id) => photos.get(id) ?? []),
        facts: bare
          ? Object.fromEntries(Object.entries(step.facts).filter(([name]) => !WITH_WORDS.includes(name)))
          : step.facts,
      },
    ];
  });
};
