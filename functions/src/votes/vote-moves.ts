import type { VoteView } from '@gongyi/shared/votes/contract';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { VoteEffect } from '@gongyi/shared/votes/vote-effects';
import { nextVoteStatus } from '@gongyi/shared/votes/vote-rules';
import type { VoteMove } from '@gongyi/shared/votes/vote-rules';
import { makerOf } from '../people/public';
import { recordMoves } from '../platform/record-moves';
import { keys } from '../platform/table-shape';
import { actsAs, mayReadVote, standingOn, votesSubject } from './standing';
import { findVote, voteWrites } from './vote-store';
import { viewVote } from './view-vote';

/** A move of a vote: by the lifecycle, the authority table, and the write's own condition. */
export const makeVoteMove = recordMoves<Vote, VoteMove, VoteEffect, VoteView>({
  find: findVote,
  stepKey: keys.voteStep,
  allows: (status, move) => nextVoteStatus(status, move) !== undefined,
  mayRead: async (vote, call) => mayReadVote(vote, await votesSubject(vote.compoundId), call),
  makerFor: async (vote, move, call) => {
    const standing = standingOn(vote, await votesSubject(vote.compoundId), move, call);
    return standing && makerOf(actsAs(standing), vote.compoundId, call);
  },
  writes: voteWrites,
  view: viewVote,
});
