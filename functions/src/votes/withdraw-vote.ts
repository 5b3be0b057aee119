import type { VoteView, withdrawVote as route } from '@gongyi/shared/votes/contract';
import type { Vote, VoteStatus } from '@gongyi/shared/votes/vote';
import { withdrawn } from '@gongyi/shared/votes/vote-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { voteLeavesRoll } from '../district/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { findHead, noHead } from './ballot-store';
import { makeVoteMove } from './vote-moves';

const HOLDING: readonly VoteStatus[] = ['on-notice', 'opening'];

/** What must hold beside: it lets the roll go; and one that opens has no ballots yet, whose head would be written first. */
const also = ({ id, compoundId, status }: Vote): TransactItem[] => [
  ...(HOLDING.includes(status) ? [voteLeavesRoll(compoundId, id)] : []),
  ...(status === 'opening' ? [noHead(id)] : []),
];

/** Only before its ballots are made: a vote in which ballots may lie is ended by its count. */
export const withdrawVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'withdraw', id: params.voteId, rev: body.rev }, call, async (vote) => {
    const { id, rev, status } = vote;
    if (status === 'opening' && (await findHead(id, { consistent: true })) !== undefined)
      return refuse('move-not-allowed', { rev, status });
    return { effect: withdrawn(body.reason, call.now), also: also(vote) };
  });
