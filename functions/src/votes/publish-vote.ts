import type { VoteView, publishVote as route } from '@gongyi/shared/votes/contract';
import { announced } from '@gongyi/shared/votes/vote-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { voteHoldsRoll } from '../district/public';
import type { Call } from '../platform/router';
import { makeVoteMove } from './vote-moves';
import { readinessOf } from './readiness';

/**
 * The public notice: agenda, heads, total area and matters word for word are fixed from here on, and the roll they
 * were counted by is held until the vote opens. What stands against it is named check by check.
 */
export const publishVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> => {
  const { rev, opensAt, closesAt } = body;
  return makeVoteMove({ move: 'publish', id: params.voteId, rev }, call, async (vote) => {
    const { readiness, rollRev } = await readinessOf(vote, { opensAt, closesAt }, call.now);
    const { ready, checks, electorate } = readiness;
    if (!ready) {
      const blocking = checks.filter(({ state }) => state === 'blocks').map(({ check }) => check);
      return refuse('not-ready', { checks: blocking.join(',') });
    }
    const effect = announced(vote, { opensAt, closesAt }, electorate, call.now);
    return { effect, also: voteHoldsRoll(vote.compoundId, vote.id, rollRev) };
  });
};
