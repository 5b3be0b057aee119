import type { CheckState } from '@gongyi/shared/media/contract';
import type { Change } from './table';
import type { Key } from './table-shape';

/**
 * Verdicts on the words of a step. They change what is shown, never the case: the revision stands, so that
 * nobody's move is refused because of one. What a machine says counts only while nothing else was said; a
 * person's word counts always.
 */
export type Verdict = Exclude<CheckState, 'pending'>;
export interface Judge {
  readonly op: string;
}

/** The change of a step by a verdict; `person` is who looked, if it was no machine. */
export const stepVerdict = (key: Key, verdict: Verdict, person: Judge | undefined): Change => ({
  key,
  set: { wordsCheck: verdict, duePk: undefined, dueSk: undefined },
  when: person === undefined ? 'wordsCheck = :pending' : 'attribute_exists(wordsCheck)',
  ...(person === undefined ? { values: { ':pending': 'pending' } } : {}),
  op: person?.op ?? `words.${verdict}`,
});
