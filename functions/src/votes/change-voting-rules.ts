import type { VotingRulesHistory, changeVotingRules as route } from '@gongyi/shared/votes/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isCommunity } from '../district/public';
import { rulesMaker } from '../people/public';
import type { Call } from '../platform/router';
import { votingRulesHistory } from './get-voting-rules';
import { votingRules } from './rules-store';

/** Makes the next version; whoever saw an older one hears that it changed meanwhile. */
export const changeVotingRules = async (
  { params: { placeId }, body: { seen, rules, reason } }: RouteInput<typeof route>,
  call: Call,
): Promise<VotingRulesHistory | Refusal> => {
  const { who, now } = call;
  const standing = standingFor(who, 'voting-rules.change', { placeId }, now);
  if (standing === undefined) return refuse('not-found');
  if (!(await isCommunity(placeId))) return refuse('place-unknown');
  // A designation is somebody's act: without its document votes are held to ask owners.
  if (rules.legalForce === 'designated' && rules.designatedBy === undefined) return refuse('designation-needed');
  const byName = await rulesMaker(who.personId, standing);
  return (
    (await votingRules.change({ placeId, seen, rules, reason, byName }, call)) ?? votingRulesHistory(placeId, call)
  );
};
