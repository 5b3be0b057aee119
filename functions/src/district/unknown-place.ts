import { findPlaces } from './place-store';

/** The first of these places that does not exist. */
export const unknownPlace = async (placeIds: readonly string[]): Promise<string | undefined> => {
  const known = await findPlaces(placeIds);
  return placeIds.find((id) => !known.has(id));
};
