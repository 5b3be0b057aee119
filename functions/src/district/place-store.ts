import * as z from 'zod/mini';
import { Place, placeKind } from '@gongyi/shared/district/place';
import type { Key } from '../platform/table-shape';
import { keys } from '../platform/table-shape';
import { getItem, getItems, putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';

/** Places, each under its parent. Those down to compounds are written a second time into their district's index. */
const INDEXED: readonly string[] = ['street', 'community', 'grid', 'compound'];
const indexed = (placeId: string): boolean => INDEXED.includes(placeKind(placeId));

export const findPlaces = async (ids: readonly string[]): Promise<Map<string, Place>> => {
  const wanted = [...new Set(ids)].map((id) => keys.place(id));
  const items = await getItems(wanted, { consistent: true });
  return new Map(items.map((item) => [String(item['id']), z.parse(Place, item)]));
};

export const findPlace = async (placeId: string): Promise<Place | undefined> => {
  const item = await getItem(keys.place(placeId), { consistent: true });
  return item && z.parse(Place, item);
};

/** The places directly below one; `''` asks for the districts. A few hundred at most. */
export const placesDirectlyBelow = async (parentId: string): Promise<Place[]> => {
  const items = await queryAll(keys.placesBelow(parentId));
  return items.map((item) => z.parse(Place, item));
};

/** Streets, communities, grids and compounds of a district. */
export const placesOfIndex = async (districtId: string): Promise<Place[]> => {
  const items = await queryAll({ pk: keys.placesIndexed(districtId) });
  return items.map((item) => z.parse(Place, item));
};

/** The writes that add a place, for callers that add many together. */
export const placeWrites = (place: Place, opHash: string): TransactItem[] => {
  const item: Item = { ...place, opHash };
  return [
    putNew({ ...item, ...keys.place(place.id) }),
    ...(indexed(place.id) ? [putNew({ ...item, ...keys.placeIndexed(place.id) })] : []),
  ];
};

/** Adds a place once; answers the one that stands there when it is not this very one. */
export const addPlaceOnce = async (
  place: Place,
  opHash: string,
): Promise<{ readonly done: boolean; readonly place: Place }> => {
  const written = await writeTogether(placeWrites(place, opHash));
  if (written.done) return { done: true, place };
  const old = written.failed[0]?.old;
  return { done: old?.['opHash'] === opHash, place: z.parse(Place, old) };
};

/** Adds many places or none; the id of one that stands there already when it is not one of these. */
export const addPlacesOnce = async (places: readonly Place[], opHash: string): Promise<string | undefined> => {
  const written = await writeTogether(places.flatMap((place) => placeWrites(place, opHash)));
  if (written.done) return undefined;
  const foreign = written.failed.find((failure) => failure !== undefined && failure.old?.['opHash'] !== opHash);
  return foreign === undefined ? undefined : String(foreign.old?.['id']);
};

/** Sets what of a place may change; undefined parts stay as they are. False if there is no such place. */
export const changePlaceOnce = async (
  placeId: string,
  parts: { readonly [part in 'name' | 'gridId' | 'point']?: Place[part] | undefined },
  op: string,
): Promise<boolean> => {
  const set = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  const change = (key: Key) => updateOf({ key, set, when: 'attribute_exists(pk)', op });
  const written = await writeTogether([
    change(keys.place(placeId)),
    ...(indexed(placeId) ? [change(keys.placeIndexed(placeId))] : []),
  ]);
  return written.done;
};
