import type { GrantedRole } from '@gongyi/shared/people/contract';
import { RoleGrant } from '@gongyi/shared/people/role';
import * as z from 'zod/mini';
import type { Grant } from './grant-store';
import { findPersons } from './person-store';

/** Grants with their people's names; a person without a name has an empty one. */
export const grantedRolesOf = async (grants: readonly Grant[]): Promise<GrantedRole[]> => {
  const persons = await findPersons(grants.map(({ personId }) => personId));
  return grants.map((grant) => ({
    grant: z.parse(RoleGrant, grant),
    personId: grant.personId,
    personName: persons.get(grant.personId)?.name ?? '',
  }));
};

export const grantedRoleOf = async (grant: Grant): Promise<GrantedRole> => {
  const [granted] = await grantedRolesOf([grant]);
  if (granted === undefined) throw new Error('one grant makes one answer');
  return granted;
};
