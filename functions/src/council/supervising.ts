import { placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import { organisationsServing } from '../district/public';
import type { Identity } from '@gongyi/shared/people/role';
import type { CouncilSubject } from './standing';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

const LEVELS: readonly string[] = ['community', 'street', 'district'];

/** Whether somebody looks after a place's councils from above: its staff, and people of the street's property office. */
export const oversees = async (placeId: string, { who, now }: Viewer): Promise<boolean> => {
  const offices = (await organisationsServing(placeId)).filter(({ kind }) => kind === 'street-property-office');
  return may(who, 'council.list-below', { placeId, organisationIds: offices.map(({ id }) => id) }, now);
};

/** The same of everything below a community, a street or the district. */
export const maySupervise = async (placeId: string, viewer: Viewer): Promise<boolean> =>
  LEVELS.includes(placeKind(placeId)) && oversees(placeId, viewer);

/** Whether somebody may read a compound's council: whoever has a part in it, and whoever oversees it. */
export const mayReadCouncil = async (subject: CouncilSubject, viewer: Viewer): Promise<boolean> =>
  may(viewer.who, 'topic.read', subject, viewer.now) || oversees(subject.placeId, viewer);
