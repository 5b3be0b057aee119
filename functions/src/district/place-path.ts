import { cut } from '@gongyi/shared/kernel/schema';
import type { PlaceWithPath } from '@gongyi/shared/district/contract';
import { chainOf } from '@gongyi/shared/district/place';
import { findPlaces } from './place-store';

/** A place with the names of the places above it and its own, district first; undefined if there is none. */
export const findPlaceWithPath = async (placeId: string): Promise<PlaceWithPath | undefined> => {
  const chain = chainOf(placeId).reverse();
  const places = await findPlaces(chain);
  const place = places.get(placeId);
  if (place === undefined) return undefined;
  return { place, path: chain.map((id) => ({ id, name: places.get(id)?.name ?? id })) };
};

/** As long as names that are kept of a home may be. */
const MOST = 80;

const joinedWithin = ([first = '', ...rest]: readonly string[]): string => {
  const whole = [first, ...rest].join(' ');
  return whole.length <= MOST || rest.length === 0 ? cut(whole, MOST) : joinedWithin(rest);
};

/**
 * What people call a place: from the compound down without the upper places (`阳光小区 3号楼 2单元 501`);
 * above compounds its own name. Where that is too long, the upper names are left out first.
 */
export const shortNameOf = ({ place, path }: PlaceWithPath): string => {
  const from = path.findIndex(({ id }) => /\.x[^.]*$/.test(id));
  return from < 0 ? place.name : joinedWithin(path.slice(from).map(({ name }) => name));
};

/** The grid of a home, an entrance or a building: its own, or that of the nearest place above which has one. */
export const findGridOf = async (placeId: string): Promise<string | undefined> => {
  const chain = chainOf(placeId);
  const places = await findPlaces(chain);
  return chain.map((id) => places.get(id)?.gridId).find((gridId) => gridId !== undefined);
};
