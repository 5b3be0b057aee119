import { placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import { organisationsServing } from '../district/public';
import type { Call } from '../platform/router';

const LEVELS: readonly string[] = ['community', 'street', 'district'];

/** Whether somebody looks after the councils below a place: staff above it, and people of the street's property office. */
export const maySupervise = async (placeId: string, { who, now }: Call): Promise<boolean> => {
  if (!LEVELS.includes(placeKind(placeId))) return false;
  const offices = (await organisationsServing(placeId)).filter(({ kind }) => kind === 'street-property-office');
  return may(who, 'council.list-below', { placeId, organisationIds: offices.map(({ id }) => id) }, now);
};
