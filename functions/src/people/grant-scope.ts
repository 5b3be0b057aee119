import { commonPlaceOf, findOrganisation, findPlace } from '../district/public';
import { ORGANISATION_ROLES, PLACE_ROLES } from '@gongyi/shared/people/role';
import type { RoleGrant } from '@gongyi/shared/people/role';
import type { Subject } from '@gongyi/shared/kernel/authority';

/** What a role is given for. `subject` is what the authority table asks about; `name` is kept on the grant. */
export interface GrantScope {
  readonly subject: Subject;
  /** Undefined if there is no such place or organisation. */
  readonly name: string | undefined;
}

type Scope = Pick<RoleGrant, 'placeId' | 'organisationId'>;

/** Administrators stand above an organisation when they stand above every place it serves. */
export const findGrantScope = async ({ placeId, organisationId }: Scope): Promise<GrantScope> => {
  if (organisationId === undefined) {
    const place = placeId === undefined ? undefined : await findPlace(placeId);
    return { subject: { placeId }, name: place?.name };
  }
  const organisation = await findOrganisation(organisationId);
  const serves = organisation === undefined ? undefined : commonPlaceOf(organisation.servesPlaceIds);
  return { subject: { placeId: serves, organisationIds: [organisationId] }, name: organisation?.name };
};

const includes = (list: readonly string[], role: string): boolean => list.includes(role);

/** A role of places goes with a place, a role of organisations with an organisation, and never with both. */
export const roleFits = (role: RoleGrant['role'], { placeId, organisationId }: Scope): boolean =>
  placeId === undefined
    ? organisationId !== undefined && includes(ORGANISATION_ROLES, role)
    : organisationId === undefined && includes(PLACE_ROLES, role);

/** A manager hands out the work of their own organisation, not its leadership. */
export const managerMayGive = (role: RoleGrant['role']): boolean => role === 'dispatcher' || role === 'technician';
