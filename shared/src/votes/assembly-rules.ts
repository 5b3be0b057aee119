import type { Choice, Choices } from './ballot';
import { articleOf, thresholdOf } from './matters';
import type { ReservedMatter, Threshold } from './matters';

/**
 * The owners' assembly decides (Civil Code art. 278 para. 2). Areas are whole hundredths of a square metre,
 * heads are whole; every fraction is compared by multiplying, never by a rounded share.
 */
export interface Measure {
  readonly area: number;
  readonly heads: number;
}

/** A head that took part: its valid ballot, on whatever way it came. */
export interface Counted {
  readonly area: number;
  readonly choices: Choices;
}

export interface Tally {
  readonly all: Measure;
  readonly tookPart: Measure;
  readonly for: Measure;
  readonly against: Measure;
  readonly abstain: Measure;
}

const NOTHING: Measure = { area: 0, heads: 0 };
const plus = (a: Measure, b: Measure): Measure => ({ area: a.area + b.area, heads: a.heads + b.heads });

/** One matter's (or one candidate's) count. An abstention is a valid ballot, so it takes part. */
export const tallyOf = (all: Measure, questionId: string, counted: readonly Counted[]): Tally => {
  const sums: Record<Choice, Measure> = { for: NOTHING, against: NOTHING, abstain: NOTHING };
  for (const { area, choices } of counted) {
    const choice = choices[questionId];
    if (choice !== undefined) sums[choice] = plus(sums[choice], { area, heads: 1 });
  }
  const tookPart = plus(plus(sums.for, sums.against), sums.abstain);
  return { all, tookPart, ...sums };
};

/** `part` is at least `numerator/denominator` of `whole` (三分之二以上, 四分之三以上 include the fraction itself). */
export const atLeast = (part: number, whole: number, numerator: number, denominator: number): boolean =>
  whole > 0 && BigInt(part) * BigInt(denominator) >= BigInt(whole) * BigInt(numerator);

/** `part` is more than half of `whole` (过半数 leaves out the half itself). */
export const moreThanHalf = (part: number, whole: number): boolean => BigInt(part) * 2n > BigInt(whole);

/** Two thirds of area and of heads take part. */
export const participates = ({
  all,
  tookPart,
}: Pick<Tally, 'all' | 'tookPart'>): { area: boolean; heads: boolean } => ({
  area: atLeast(tookPart.area, all.area, 2, 3),
  heads: atLeast(tookPart.heads, all.heads, 2, 3),
});

const agreed = (threshold: Threshold, part: number, whole: number): boolean =>
  threshold === 'special' ? atLeast(part, whole, 3, 4) : moreThanHalf(part, whole);

export const OUTCOMES = ['passed', 'not-passed', 'no-quorum'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  readonly threshold: Threshold;
  readonly article: string;
  readonly participation: { readonly area: boolean; readonly heads: boolean };
  readonly agreement: { readonly area: boolean; readonly heads: boolean };
}

export const verdictOf = (matter: ReservedMatter, tally: Tally): Verdict => {
  const threshold = thresholdOf(matter);
  const participation = participates(tally);
  const agreement = {
    area: agreed(threshold, tally.for.area, tally.tookPart.area),
    heads: agreed(threshold, tally.for.heads, tally.tookPart.heads),
  };
  const outcome = !(participation.area && participation.heads)
    ? 'no-quorum'
    : agreement.area && agreement.heads
      ? 'passed'
      : 'not-passed';
  return { outcome, threshold, article: articleOf(matter), participation, agreement };
};

/**
 * The tally of a compound whose own rules of procedure count those who did not vote with the majority of those
 * who did (未参与表决的计入已表决多数). Majority on each measure by itself; on a tie they are counted with nobody.
 * Shown beside the lawful tally, never instead of it.
 */
export const withSilence = (tally: Tally): Tally => {
  const silent = { area: tally.all.area - tally.tookPart.area, heads: tally.all.heads - tally.tookPart.heads };
  const leads = (measure: keyof Measure): Choice | undefined =>
    tally.for[measure] === tally.against[measure]
      ? undefined
      : tally.for[measure] > tally.against[measure]
        ? 'for'
        : 'against';
  const added = (choice: Choice): Measure => ({
    area: tally[choice].area + (leads('area') === choice ? silent.area : 0),
    heads: tally[choice].heads + (leads('heads') === choice ? silent.heads : 0),
  });
  const sums = { for: added('for'), against: added('against'), abstain: added('abstain') };
  return { all: tally.all, tookPart: plus(plus(sums.for, sums.against), sums.abstain), ...sums };
};
