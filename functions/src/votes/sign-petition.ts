import type { VoteView, signPetition as route } from '@gongyi/shared/votes/contract';
import { inScope } from '@gongyi/shared/votes/electorate';
import { signed } from '@gongyi/shared/votes/vote-effects';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { headsOf, myRollHomes } from './my-homes';
import { signatureWrite, signaturesOf } from './petition-store';
import { findVote } from './vote-store';
import { makeVoteMove } from './vote-moves';

const headsIn = async (vote: Vote, call: Call): Promise<string[]> =>
  headsOf((await myRollHomes(vote.compoundId, call)).filter(({ homeId }) => inScope(vote.scope, homeId)));

/**
 * Signs with one head of the asker's that has not signed yet. The signature is an item of the head's own: whoever
 * of its owners comes second finds it. Who owns several heads signs once for each.
 */
export const signPetition = (
  { params: { voteId } }: RouteInput<typeof route>,
  call: Call,
): Promise<VoteView | Refusal> => {
  const { who, op, now } = call;
  const written = async (): Promise<boolean> => {
    const vote = await findVote(voteId);
    if (vote === undefined) return false;
    const signatures = await signaturesOf(voteId, await headsIn(vote, call));
    return [...signatures.values()].includes(op);
  };
  return makeVoteMove({ move: 'sign', id: voteId, written }, call, async (vote) => {
    if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
    const heads = await headsIn(vote, call);
    if (heads.length === 0) return refuse('no-head-here');
    const signatures = await signaturesOf(voteId, heads);
    const head = heads.find((one) => !signatures.has(one));
    if (head === undefined) return refuse('already-signed');
    const effect = signed(vote, now);
    if (isRefusal(effect)) return effect;
    return { effect, also: [signatureWrite(voteId, head, { personId: who.personId, at: now, op })] };
  });
};
