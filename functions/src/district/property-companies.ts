import { ancestorOf } from '@gongyi/shared/district/place';
import { organisationsAlong } from './organisation-store';

/** The property companies of the compound a place lies in: the organisations whose staff answer for it. */
export const propertyCompanyIdsOf = async (placeId: string): Promise<string[]> => {
  const compoundId = ancestorOf(placeId, 'compound');
  if (compoundId === undefined) return [];
  const along = await organisationsAlong(compoundId);
  return along
    .filter((found) => found.placeId === compoundId && found.organisation.kind === 'property-company')
    .map(({ organisation }) => organisation.id);
};
