import type { RulesHistory, getCouncilRules as route } from '@gongyi/shared/council/contract';
import { placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Identity } from '@gongyi/shared/people/role';
import { findPlace } from '../district/public';
import type { OpenCall } from '../platform/router';
import { rulesInForce, rulesVersions } from './rules-store';

/** The template in force and how it came to be so, for whoever asks. */
export const rulesHistory = async (placeId: string, who: Identity | undefined, now: number): Promise<RulesHistory> => {
  const [{ version, rules }, versions] = await Promise.all([rulesInForce(placeId), rulesVersions(placeId)]);
  return {
    placeId,
    version,
    rules,
    changes: versions.map(({ version: number, rules: then, at, byName, reason }) => ({
      version: number,
      rules: then,
      at,
      byName,
      reason,
    })),
    mayChange: who !== undefined && may(who, 'council-rules.change', { placeId }, now),
  };
};

export const isCommunity = async (placeId: string): Promise<boolean> =>
  placeKind(placeId) === 'community' && (await findPlace(placeId)) !== undefined;

/** Anybody may read the rules a community's councils go by. */
export const getRules = async (
  { params: { placeId } }: RouteInput<typeof route>,
  { who, now }: OpenCall,
): Promise<RulesHistory | Refusal> =>
  (await isCommunity(placeId)) ? rulesHistory(placeId, who, now) : refuse('not-found');
