import { hashOfLeaf } from '@gongyi/shared/votes/log/leaf-text';
import { LEAF_FORM } from '@gongyi/shared/votes/log/leaf';
import type { BallotLeaf } from '@gongyi/shared/votes/log/leaf';
import type { BallotLine } from './ballot-item';

/** The leaf that stands for a version of a line's ballot in the vote's log. */
export const ballotLeaf = (
  vote: string,
  { mark, area }: Pick<BallotLine, 'mark' | 'area'>,
  version: number,
  commitment: string,
): BallotLeaf => ({ leaf: LEAF_FORM, vote, kind: 'ballot', line: mark, version, area, commitment });

/** What who cast is told: the same at every retry, worked out from the line alone. */
export const castAnswer = (voteId: string, line: BallotLine) => {
  const { ballot, ballotVersion: version } = line;
  if (ballot === undefined) throw new Error('a line without a ballot was taken for cast');
  const leafHash = hashOfLeaf(ballotLeaf(voteId, line, version, ballot.commitment));
  return { castId: ballot.op, version, leafHash, castAt: ballot.at };
};
