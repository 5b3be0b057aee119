import type { takeGrant as route, GrantedRole } from '@gongyi/shared/people/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { findGrantScope, managerMayGive } from './grant-scope';
import { findGrant, takeOnce } from './grant-store';
import { grantedRoleOf } from './granted-role';

/** Ends a role at once. Ending one that is over changes nothing and answers what stands. */
export const takeGrant = async (
  { params: { personId, grantId } }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<GrantedRole | Refusal> => {
  const grant = await findGrant(personId, grantId);
  if (grant === undefined) return refuse('not-found');
  const { subject } = await findGrantScope(grant);
  const standing = standingFor(who, 'grant.take', subject, now);
  if (standing === undefined || (standing.role === 'manager' && !managerMayGive(grant.role)))
    return refuse('not-found');
  await takeOnce(grant, now, op, who.personId);
  const after = await findGrant(personId, grantId);
  return after === undefined ? refuse('not-found') : grantedRoleOf(after);
};
