import { inTerm } from '@gongyi/shared/people/role';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { grantsAt } from './grant-store';

export interface Member {
  readonly personId: string;
  readonly role: RoleGrant['role'];
  readonly grantId: string;
}

/** Who holds which role at a place or in an organisation at `now`; one entry a person and role. */
export const membersOf = async (scopeId: string, now: number): Promise<Member[]> => {
  const grants = (await grantsAt(scopeId)).filter((grant) => inTerm(grant, now));
  const members = new Map(
    grants.map(({ personId, role, id }) => [`${personId} ${role}`, { personId, role, grantId: id }]),
  );
  return [...members.values()];
};
