import type { RulesHistory, getCouncilRules as route } from '@gongyi/shared/council/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Identity } from '@gongyi/shared/people/role';
import { isCommunity } from '../district/public';
import type { OpenCall } from '../platform/router';
import { councilRules } from './rules-store';

/** The template in force and how it came to be so, for whoever asks. */
export const rulesHistory = async (placeId: string, who: Identity | undefined, now: number): Promise<RulesHistory> => ({
  ...(await councilRules.history(placeId)),
  mayChange: who !== undefined && may(who, 'council-rules.change', { placeId }, now),
});

/** Anybody may read the rules a community's councils go by. */
export const getRules = async (
  { params: { placeId } }: RouteInput<typeof route>,
  { who, now }: OpenCall,
): Promise<RulesHistory | Refusal> =>
  (await isCommunity(placeId)) ? rulesHistory(placeId, who, now) : refuse('not-found');
