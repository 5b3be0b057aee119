import type { CompoundFound } from '@gongyi/shared/district/contract';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import type { Place } from '@gongyi/shared/district/place';
import { placesDirectlyBelow, placesOfIndex } from './place-store';

/**
 * Every compound with the names above it, kept for ten seconds on this instance: everybody who opens the
 * app asks for it, and it changes a few times a month.
 */
const KEEP_MS = 10_000;

let known: { readonly compounds: Promise<readonly CompoundFound[]>; readonly until: number } | undefined;

const foundFrom = (places: readonly Place[]): CompoundFound[] => {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const nameAbove = (id: string, kind: 'community' | 'street') => names.get(ancestorOf(id, kind) ?? '') ?? '';
  return places
    .filter(({ id }) => placeKind(id) === 'compound')
    .map(({ id, name, point }) => ({
      id,
      name,
      community: nameAbove(id, 'community'),
      street: nameAbove(id, 'street'),
      ...(point === undefined ? {} : { point }),
    }));
};

const readAll = async (): Promise<readonly CompoundFound[]> => {
  const districts = await placesDirectlyBelow('');
  const all = await Promise.all(districts.map(({ id }) => placesOfIndex(id)));
  return all.flatMap(foundFrom);
};

export const allCompounds = (now: number): Promise<readonly CompoundFound[]> => {
  if (known !== undefined && now < known.until) return known.compounds;
  const compounds = readAll();
  known = { compounds, until: now + KEEP_MS };
  compounds.catch(forgetCompounds);
  return compounds;
};

/** After a write on this instance: what was just written is found at once. */
export const forgetCompounds = (): void => {
  known = undefined;
};
