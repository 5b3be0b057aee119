import type { VoteView, withdrawVote as route } from '@gongyi/shared/votes/contract';
import { withdrawn } from '@gongyi/shared/votes/vote-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { voteLeavesRoll } from '../district/public';
import type { Call } from '../platform/router';
import { makeVoteMove } from './vote-moves';

/** Only before it opens: a vote in which ballots lie is ended by its count. */
export const withdrawVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'withdraw', id: params.voteId, rev: body.rev }, call, ({ id, compoundId, status }) => ({
    effect: withdrawn(body.reason, call.now),
    also: status === 'on-notice' ? [voteLeavesRoll(compoundId, id)] : [],
  }));
