import type { QuestionResult } from '@gongyi/shared/votes/vote';
import { RESULT } from './copy';
import { areaWords, leastToAgree, leastToTakePart, shareWords } from './figures';

/** One measure of one condition, with its numbers: how much there is, of what, how much is needed. */
export interface Condition {
  readonly key: string;
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  readonly line: number;
  readonly met: boolean;
  readonly numbers: string;
  /** 须达到三分之二 · 差 0.01㎡ */
  readonly verdict: string;
}

const headsWords = (heads: number): string => `${String(heads)} 人`;

const MEASURES = [
  { measure: 'area', name: RESULT.area, words: areaWords },
  { measure: 'heads', name: RESULT.heads, words: headsWords },
] as const;

const verdict = (need: string, met: boolean, missing: string): string =>
  `${need} · ${met ? RESULT.met : RESULT.short(missing)}`;

/** The four conditions of article 278 para. 2, each with its own numbers and what is missing to it. */
export const conditionsOf = ({ tally, threshold, participation, agreement }: QuestionResult): Condition[] => {
  const takesPart = MEASURES.map(({ measure, name, words }): Condition => {
    const part = tally.tookPart[measure];
    const whole = tally.all[measure];
    return {
      key: `takes-part-${measure}`,
      label: `${RESULT.takesPart}${name} ${shareWords(part, whole)}`,
      part,
      whole,
      line: 2 / 3,
      met: participation[measure],
      numbers: RESULT.partOf(words(part), words(whole)),
      verdict: verdict(RESULT.need.twoThirds, participation[measure], words(leastToTakePart(whole) - part)),
    };
  });
  const agrees = MEASURES.map(({ measure, name, words }): Condition => {
    const part = tally.for[measure];
    const whole = tally.tookPart[measure];
    const need = threshold === 'special' ? RESULT.need.threeQuarters : RESULT.need.half;
    return {
      key: `agrees-${measure}`,
      label: `${RESULT.agrees}${name} ${shareWords(part, whole)}`,
      part,
      whole,
      line: threshold === 'special' ? 3 / 4 : 1 / 2,
      met: agreement[measure],
      numbers: RESULT.partOf(words(part), words(whole)),
      verdict: verdict(need, agreement[measure], words(leastToAgree(threshold, whole) - part)),
    };
  });
  return [...takesPart, ...agrees];
};
