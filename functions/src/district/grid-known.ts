import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { findPlace } from './place-store';

/** A place may be given this grid: it is a grid, it exists, and it is of the place's own community. */
export const gridFits = async (placeId: string, gridId: string): Promise<boolean> =>
  placeKind(gridId) === 'grid' &&
  ancestorOf(gridId, 'community') === ancestorOf(placeId, 'community') &&
  (await findPlace(gridId)) !== undefined;
