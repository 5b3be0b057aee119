import type { RulesHistory, changeCouncilRules as route } from '@gongyi/shared/council/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { isCommunity, rulesHistory } from './get-rules';
import { findVersion, rulesInForce, writeRules } from './rules-store';

/** Makes the next version of the template; whoever saw an older one hears that it changed meanwhile. */
export const changeRules = async (
  { params: { placeId }, body: { seen, rules, reason } }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RulesHistory | Refusal> => {
  const standing = standingFor(who, 'council-rules.change', { placeId }, now);
  if (standing === undefined) return refuse('not-found');
  if (!(await isCommunity(placeId))) return refuse('place-unknown');
  const version = seen + 1;
  const byName = `${standing.role === 'street-officer' ? '街道' : '社区书记'} ${maskName((await namesOf([who.personId])).get(who.personId))}`;
  const written = await writeRules(placeId, { version, rules, at: now, byName, reason, op, opHash });
  if (!written) {
    const earlier = await findVersion(placeId, version);
    if (earlier?.op !== op) return refuse('changed-meanwhile', { version: (await rulesInForce(placeId)).version });
    if (earlier.opHash !== opHash) return refuse('key-reused');
  }
  return rulesHistory(placeId, who, now);
};
