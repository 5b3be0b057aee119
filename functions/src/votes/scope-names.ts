import type { Vote } from '@gongyi/shared/votes/vote';
import { findPlaces } from '../district/public';

/** Names of the buildings and entrances that decide; none where the whole compound does. */
export const scopeNamesOf = async ({ scope }: Pick<Vote, 'scope'>): Promise<string[]> => {
  if (scope.kind === 'compound') return [];
  const places = await findPlaces(scope.placeIds);
  return scope.placeIds.map((id) => places.get(id)?.name ?? id);
};
