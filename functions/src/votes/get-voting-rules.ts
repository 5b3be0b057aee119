import type { VotingRulesHistory, getVotingRules as route } from '@gongyi/shared/votes/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isCommunity } from '../district/public';
import type { OpenCall } from '../platform/router';
import { votingRules } from './rules-store';
import type { Viewer } from './standing';

/** The template in force and how it came to be so, for whoever asks. */
export const votingRulesHistory = async (placeId: string, { who, now }: Viewer): Promise<VotingRulesHistory> => ({
  ...(await votingRules.history(placeId)),
  mayChange: who !== undefined && may(who, 'voting-rules.change', { placeId }, now),
});

/** Anybody may read the rules a community's votes go by. */
export const getVotingRules = async (
  { params: { placeId } }: RouteInput<typeof route>,
  call: OpenCall,
): Promise<VotingRulesHistory | Refusal> =>
  (await isCommunity(placeId)) ? votingRulesHistory(placeId, call) : refuse('not-found');
