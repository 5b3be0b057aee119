import type { BallotLine } from './ballot-item';
import { ballotLeaf } from './cast-answer';
import type { BallotToLog } from './vote-log-store';

/** Every version of a line's ballot as the log will have it. */
export const ballotsToLog = (voteId: string, line: BallotLine): BallotToLog[] =>
  line.commitments.map((commitment, index) => ({
    no: line.no,
    version: index + 1,
    area: line.area,
    leaf: ballotLeaf(voteId, line, index + 1, commitment),
  }));
