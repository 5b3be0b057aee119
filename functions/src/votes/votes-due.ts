import { closing, lapsed, nominationsClosed, opening } from '@gongyi/shared/votes/vote-effects';
import type { VoteEffect } from '@gongyi/shared/votes/vote-effects';
import type { Vote } from '@gongyi/shared/votes/vote';
import { voteDeadline } from '@gongyi/shared/votes/vote-rules';
import type { VoteDeadline } from '@gongyi/shared/votes/vote-rules';
import type { Due } from '../platform/due-walk';
import { derivedId } from '../platform/idempotency';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { PREFIX } from '../platform/table-shape';
import { settleVoteWords } from './vote-words-store';
import { findVote, isVoteKey, voteWrites } from './vote-store';

/**
 * What the clock does to a vote. Freezing the roll and sealing the ballots is long work of the ballots function,
 * which hears by the stream that a vote is `opening` or `sealing`. An extension that came first is a step of the
 * record, so a close that has not seen it does not happen.
 */
const effectOf = (vote: Vote, { kind }: VoteDeadline, now: number): VoteEffect | undefined => {
  switch (kind) {
    case 'petition-ends':
      return lapsed(vote, now);
    case 'nominations-end':
      return nominationsClosed(now);
    case 'open':
      return opening(now);
    case 'close':
      return closing(now);
    case 'challenge-ends':
      return undefined;
  }
};

const MOST_STEPS = 4;

/** Makes the step of the deadline that has passed, if it is still the vote's next one. */
const makeStep = async (vote: Vote, now: number): Promise<boolean> => {
  const deadline = voteDeadline(vote);
  if (deadline === undefined || deadline.at > now) return false;
  const effect = effectOf(vote, deadline, now);
  if (effect === undefined) return false;
  const op = derivedId('clock', vote.id, String(vote.rev), deadline.kind);
  await writeTogether(voteWrites(vote, effect, { maker: CLOCK, op, now }));
  return true;
};

/** Handles what fell due of one vote or of one step's words; what somebody moved meanwhile is read again. */
export const handleVoteDue = async ({ key }: Due, now: number): Promise<void> => {
  const voteId = key.pk.slice(PREFIX.vote.length);
  if (!isVoteKey(key.pk, key.sk)) {
    await settleVoteWords(voteId, Number(key.sk.slice(3)), 'person');
    return;
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const vote = await findVote(voteId);
    if (vote === undefined || !(await makeStep(vote, now))) return;
  }
};
