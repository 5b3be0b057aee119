import type { OrganisationCard } from '@gongyi/shared/district/contract';
import type { Organisation, OrganisationKind } from '@gongyi/shared/district/organisation';
import { cardOf } from './organisation-card';
import { organisationsAlong } from './organisation-store';

/**
 * The organisation of a kind that answers for a place: the one that serves the nearest place on the way up
 * (a compound's own before its street's). Utilities are told apart by what they bring. Where two serve the
 * same place, the one with the lower id, so that everybody asks the same one.
 */
export const findHolder = async (
  placeId: string,
  kind: OrganisationKind,
  utility?: Organisation['utility'],
): Promise<OrganisationCard | undefined> => {
  const along = await organisationsAlong(placeId);
  const fits = along.filter(
    ({ organisation }) =>
      organisation.kind === kind && (kind !== 'utility' || utility === undefined || organisation.utility === utility),
  );
  const nearest = fits.filter((found) => found.placeId === fits[0]?.placeId).map(({ organisation }) => organisation);
  const [first] = nearest.sort((a, b) => (a.id < b.id ? -1 : 1));
  return first && cardOf(first);
};
