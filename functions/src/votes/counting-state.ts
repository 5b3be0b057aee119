import type { BallotsState } from '@gongyi/shared/votes/contract-ballots';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { BallotHead, BallotLine } from './ballot-item';
import { bucketsOf, linesOfBucket } from './ballot-store';
import { signaturesOf } from './count-store';

const BUCKETS_AT_ONCE = 8;

/** Lines whose paper came back and stands. */
export const papersInBox = async (head: BallotHead): Promise<BallotLine[]> => {
  const papers: BallotLine[] = [];
  const buckets = bucketsOf(head);
  for (let at = 0; at < buckets.length; at += BUCKETS_AT_ONCE) {
    const part = await Promise.all(
      buckets.slice(at, at + BUCKETS_AT_ONCE).map((bucket) => linesOfBucket(head.voteId, bucket)),
    );
    papers.push(...part.flat().filter((line) => line.returnedAt !== undefined));
  }
  return papers;
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
