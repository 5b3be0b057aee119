import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { CheckState } from '@gongyi/shared/media/contract';
import { shownSteps as stepsShown } from '../media/public';
import { CLOCK } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import { HELD, UNSEEN } from './session-words';

/** Steps of a topic or a session as their asker may see them. */

/** In place of a title that is not shown yet, or not at all. */
export const titleShown = (title: string, state: CheckState, own: boolean): string =>
  own || state === 'clear' ? title : state === 'held' ? HELD : UNSEEN;

const AS: Readonly<Record<string, string | undefined>> = {
  convener: '社区党组织',
  'community-secretary': '社区党组织',
  'street-officer': '街道',
  [CLOCK.as]: '系统',
};

/** 业委会 李*; a resident by their masked name alone. */
export const byOf = ({ as, byName }: Pick<StoredStep, 'as' | 'byName'>): string => {
  const party = Object.entries(PARTY_NAMES).find(([key]) => key === as)?.[1].name;
  return `${party ?? AS[as] ?? ''} ${byName}`.trim();
};

const TEXT_STEPS = ['proposed', 'amended'];

/** The steps of these kinds, in order, as `personId` may see them; a second is counted, not listed. */
export const shownSteps = <K extends string>(
  steps: readonly StoredStep[],
  kinds: readonly K[],
  personId: string | undefined,
) => stepsShown({ steps, kinds, textKinds: TEXT_STEPS, personId, byOf });
