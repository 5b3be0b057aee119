import type { VoteView, extendVote as route } from '@gongyi/shared/votes/contract';
import { extended } from '@gongyi/shared/votes/vote-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeVoteMove } from './vote-moves';

/** Only later, only while it runs: once its end has come it is over, although nobody has closed it yet. */
export const extendVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'extend', id: params.voteId, rev: body.rev }, call, (vote) => {
    if ((vote.closesAt ?? 0) <= call.now) return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
    const effect = extended(vote, body.closesAt, body.reason);
    return isRefusal(effect) ? effect : { effect };
  });
