import { MINUTE } from '../kernel/time';
import type { Measure } from './assembly-rules';

/**
 * Turnout while a vote runs is public only in steps, so that no step names a home: it moves at most every ten
 * minutes, after at least five more heads, and is shown to a tenth of a percent.
 */
export const TURNOUT_STEP = { minutes: 10, heads: 5 } as const;

export interface Turnout {
  readonly tookPart: Measure;
  readonly at: number;
}

/** What the public sees next: the fresh count if it has moved far and long enough, else what it saw. */
export const nextTurnout = (shown: Turnout | undefined, tookPart: Measure, now: number): Turnout | undefined => {
  const since = shown?.tookPart.heads ?? 0;
  if (tookPart.heads - since < TURNOUT_STEP.heads) return shown;
  if (shown !== undefined && now - shown.at < TURNOUT_STEP.minutes * MINUTE) return shown;
  return { tookPart, at: now };
};

/** Tenths of a percent, rounded down: 666 for exactly two thirds, never more than was reached. */
export const permille = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(part) * 1000n) / BigInt(whole));
