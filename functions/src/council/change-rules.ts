import type { RulesHistory, changeCouncilRules as route } from '@gongyi/shared/council/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isCommunity } from '../district/public';
import { rulesMaker } from '../people/public';
import type { Call } from '../platform/router';
import { rulesHistory } from './get-rules';
import { councilRules } from './rules-store';

/** Makes the next version of the template; whoever saw an older one hears that it changed meanwhile. */
export const changeRules = async (
  { params: { placeId }, body: { seen, rules, reason } }: RouteInput<typeof route>,
  call: Call,
): Promise<RulesHistory | Refusal> => {
  const { who, now } = call;
  const standing = standingFor(who, 'council-rules.change', { placeId }, now);
  if (standing === undefined) return refuse('not-found');
  if (!(await isCommunity(placeId))) return refuse('place-unknown');
  const byName = await rulesMaker(who.personId, standing);
  const refused = await councilRules.change({ placeId, seen, rules, reason, byName }, call);
  return refused ?? rulesHistory(placeId, who, now);
};
