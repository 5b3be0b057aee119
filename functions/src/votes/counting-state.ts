import type { BallotsState } from '@gongyi/shared/votes/contract-ballots';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { BallotLine } from './ballot-item';
import { linesAt } from './ballot-store';
import { countOf, signaturesOf } from './count-store';
import { papersGivenAfter } from './serial-store';
import { paperCount } from './turnout-store';

/** As many papers given out as one page looks at for those that came back, and how many lines are read at once. */
const LOOKED_AT = 800;
const AT_ONCE = 100;

interface PaperPage {
  readonly lines: BallotLine[];
  /** The number of the last paper looked at; undefined at the end. */
  readonly last: number | undefined;
}

/**
 * Lines whose paper came back and stands, by the papers' numbers, as the pile lies on the table. A paper that was
 * replaced or voided lies in no box.
 */
export const papersInBox = async (voteId: string, after: number, limit: number): Promise<PaperPage> => {
  const lines: BallotLine[] = [];
  let last = after;
  for (let looked = 0; looked < LOOKED_AT;) {
    const { given, all } = await papersGivenAfter(voteId, last, looked === 0 ? limit : AT_ONCE);
    const found = await linesAt(voteId, [...new Set(given.map(({ no }) => no))]);
    const byNo = new Map(found.map((line) => [line.no, line]));
    for (const { serial, no } of given) {
      last = serial;
      const line = byNo.get(no);
      if (line?.paper?.serial === serial && line.returnedAt !== undefined) lines.push(line);
      if (lines.length >= limit) return { lines, last };
    }
    if (all) return { lines, last: undefined };
    looked += given.length;
  }
  return { lines, last };
};

/** What is counted of the papers in the box, from its counters alone. */
export const boxCounts = async (voteId: string) => {
  const [{ heads: papers }, { entered, confirmed, spoiled, lastAt }] = await Promise.all([
    paperCount(voteId),
    countOf(voteId),
  ]);
  return { papers, entered, confirmed, spoiled, lastAt };
};

/** How far the counting of papers is; nothing of what they say. */
export const countingState = async (vote: Vote): Promise<NonNullable<BallotsState['counting']>> => {
  const [{ papers, confirmed }, signatures] = await Promise.all([boxCounts(vote.id), signaturesOf(vote.id)]);
  return { papers, confirmed, signed: signatures.size, scrutineers: vote.scrutineers.length };
};
