import { within } from '../district/place';
import type { HomeStatus } from '../district/roll';
import type { Scope } from './vote';

/** A home as the roll has it: what counts of it. */
export interface RollHomeWeight {
  readonly homeId: string;
  readonly area: number;
  /** The same for two homes exactly if they are of one head. */
  readonly head: string;
  /** Owners on the roll; none while the developer holds the home. */
  readonly owners: number;
  readonly status: HomeStatus;
}

/** Whether a place is among those that decide. */
export const inScope = (scope: Scope, placeId: string): boolean =>
  scope.kind === 'compound' || scope.placeIds.some((part) => within(placeId, part));

export interface Electorate {
  readonly homes: number;
  readonly area: number;
  readonly heads: number;
  /** Heads of several owners: they have one designated voter. */
  readonly coOwned: number;
  /** Homes for which the developer counts. */
  readonly unsold: number;
}

/** Homes, area and heads of those who decide (Civil Code art. 278; judicial interpretation on building ownership, arts 8 and 9). */
export const electorateOf = (scope: Scope, roll: readonly RollHomeWeight[]): Electorate => {
  const homes = roll.filter(({ homeId }) => inScope(scope, homeId));
  const heads = new Set(homes.map(({ head }) => head));
  const coOwned = new Set(
    homes.filter(({ owners, status }) => owners > 1 && status === 'owned').map(({ head }) => head),
  );
  return {
    homes: homes.length,
    area: homes.reduce((sum, { area }) => sum + area, 0),
    heads: heads.size,
    coOwned: coOwned.size,
    unsold: homes.filter(({ status }) => status !== 'owned').length,
  };
};
