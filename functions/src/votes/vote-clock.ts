import type { VoteEffect } from '@gongyi/shared/votes/vote-effects';
import type { Vote, VoteStatus } from '@gongyi/shared/votes/vote';
import { derivedId } from '../platform/idempotency';
import { jobOf } from '../platform/jobs';
import { CLOCK } from '../platform/record-item';
import type { Doing } from '../platform/record-steps';
import { writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { updateOf } from '../platform/table';
import { voteWrites } from './vote-store';

/** The long work of a vote, each once: freezing the roll, stamping every line, counting. */
export const VOTE_JOBS = ['vote-open', 'vote-seal', 'vote-tally'] as const;
export type VoteJob = (typeof VOTE_JOBS)[number];

export const voteJobId = (kind: VoteJob, voteId: string): string => `${kind}-${voteId}`;

export const voteJob = (kind: VoteJob, voteId: string) => ({
  id: voteJobId(kind, voteId),
  kind,
  lane: 'ballots' as const,
  input: { voteId },
  total: 1,
});

export const byClock = (voteId: string, what: string, now: number): Doing => ({
  maker: CLOCK,
  op: derivedId('vote-clock', voteId, what),
  now,
});

/** The head's own status, by which casting is open or not; it follows the vote's. */
export const headStatus = (voteId: string, status: VoteStatus, op: string): TransactItem =>
  updateOf({ key: keys.ballotHead(voteId), set: { status }, when: 'attribute_exists(pk)', op });

/** Moves a vote on by the clock or a job, with all that belongs to it; false if it has moved meanwhile. */
export const moveVote = async (
  vote: Vote,
  effect: VoteEffect,
  doing: Doing,
  next: VoteJob | undefined,
  also: readonly TransactItem[],
): Promise<boolean> => {
  const job = next === undefined ? [] : [jobOf(voteJob(next, vote.id), doing.now)];
  return (await writeTogether([...voteWrites(vote, effect, doing), ...also, ...job])).done;
};
