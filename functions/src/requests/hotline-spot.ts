import { ancestorOf, chainOf } from '@gongyi/shared/district/place';
import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { namesBuilding, namesCompound, placeNamedIn, plainAddress } from '@gongyi/shared/requests/hotline-place';
import { findPlaces, placesDirectlyBelow } from '../district/public';

export type HotlineSpot =
  | { readonly placeId: string; readonly placeName: string; readonly compoundOnly: boolean }
  | { readonly why: NonNullable<HotlineRow['why']> };

/** Looks addresses up in one compound; what lies below a place is read once. */
export const spotFinder = (compoundId: string, compoundName: string): ((address: string) => Promise<HotlineSpot>) => {
  const below = new Map<string, ReturnType<typeof placesDirectlyBelow>>();
  const placesBelow = (placeId: string) => {
    const known = below.get(placeId) ?? placesDirectlyBelow(placeId);
    below.set(placeId, known);
    return known;
  };
  return async (address) => {
    const found = [{ id: compoundId, name: compoundName }];
    let rest = plainAddress(address);
    for (let at = compoundId; ancestorOf(at, 'home') === undefined;) {
      const named = placeNamedIn(rest, await placesBelow(at));
      if (named === undefined) break;
      found.push(named.place);
      rest = named.rest;
      at = named.place.id;
    }
    const placeId = found.at(-1)?.id ?? compoundId;
    if (placeId === compoundId) {
      if (namesBuilding(address)) return { why: 'building-unknown' };
      if (!namesCompound(address, compoundName)) return { why: 'place-unmatched' };
    }
    return { placeId, placeName: found.map(({ name }) => name).join(' '), compoundOnly: placeId === compoundId };
  };
};

/** The compound's name; undefined if there is none. */
export const compoundNameOf = async (compoundId: string): Promise<string | undefined> => {
  if (ancestorOf(compoundId, 'compound') !== compoundId) return undefined;
  return (await findPlaces(chainOf(compoundId).slice(0, 1))).get(compoundId)?.name;
};
