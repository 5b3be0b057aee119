import type { BallotsState } from '@gongyi/shared/votes/contract-ballots';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { BallotHead, BallotLine } from './ballot-item';
import { linesAt } from './ballot-store';
import { signaturesOf } from './count-store';
import { linesWithPaper } from './serial-store';

/** Lines whose paper came back and stands; found by the papers given out, however many homes there are. */
export const papersInBox = async ({ voteId }: Pick<BallotHead, 'voteId'>): Promise<BallotLine[]> => {
  const lines = await linesAt(voteId, await linesWithPaper(voteId));
  return lines.filter((line) => line.returnedAt !== undefined);
};

export const isCounted = ({ paper }: BallotLine): boolean => paper?.confirmedBy !== undefined;

/** How far the counting of papers is; nothing of what they say. */
export const countingState = async (vote: Vote, head: BallotHead): Promise<NonNullable<BallotsState['counting']>> => {
  const [papers, signatures] = await Promise.all([papersInBox(head), signaturesOf(vote.id)]);
  return {
    papers: papers.length,
    confirmed: papers.filter(isCounted).length,
    signed: signatures.size,
    scrutineers: vote.scrutineers.length,
  };
};
