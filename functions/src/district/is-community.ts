import { placeKind } from '@gongyi/shared/district/place';
import { findPlace } from './place-store';

export const isCommunity = async (placeId: string): Promise<boolean> =>
  placeKind(placeId) === 'community' && (await findPlace(placeId)) !== undefined;
