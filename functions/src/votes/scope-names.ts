import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import type { Vote } from '@gongyi/shared/votes/vote';
import { findPlaces } from '../district/public';

/** An entrance together with its building: every building has a 2单元. */
const partsOf = (placeId: string): string[] => {
  const building = placeKind(placeId) === 'building' ? undefined : ancestorOf(placeId, 'building');
  return building === undefined ? [placeId] : [building, placeId];
};

/** Buildings and entrances of one compound by name: 3号楼, 3号楼2单元. */
export const partNames = async (placeIds: readonly string[]): Promise<string[]> => {
  const places = await findPlaces(placeIds.flatMap(partsOf));
  return placeIds.map((id) =>
    partsOf(id)
      .map((part) => places.get(part)?.name ?? part)
      .join(''),
  );
};

/** Names of the buildings and entrances that decide; none where the whole compound does. */
export const scopeNamesOf = async ({ scope }: Pick<Vote, 'scope'>): Promise<string[]> =>
  scope.kind === 'compound' ? [] : partNames(scope.placeIds);
