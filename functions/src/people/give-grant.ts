import type { giveGrant as route, GrantedRole } from '@gongyi/shared/people/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { findGrantScope, managerMayGive, roleFits } from './grant-scope';
import { giveOnce } from './grant-store';
import type { Grant } from './grant-store';
import { grantedRoleOf } from './granted-role';
import { findPerson, mustBeAlive } from './person-store';
import { findHolderOfPhone, phoneHashOf } from './phone-store';

const termIsLawful = (from: number, until: number | undefined, now: number): boolean =>
  until === undefined || (until > from && until > now);

/** Gives a role to who has bound the phone number; it counts from their next request. */
export const giveGrant = async (
  { body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<GrantedRole | Refusal> => {
  const { phone, role, placeId, organisationId, from = now, until } = body;
  if (!roleFits(role, { placeId, organisationId })) return refuse('role-not-givable', { role });
  const scope = await findGrantScope({ placeId, organisationId });
  const standing = standingFor(who, 'grant.give', scope.subject, now);
  if (standing === undefined) return refuse('not-found');
  if (standing.role === 'manager' && !managerMayGive(role)) return refuse('role-not-givable', { role });
  if (scope.name === undefined) return refuse(placeId === undefined ? 'organisation-unknown' : 'place-unknown');
  if (!termIsLawful(from, until, now)) return refuse('grant-term-invalid');
  // Managers could otherwise try numbers to learn who uses the system.
  const spent =
    standing.role === 'manager'
      ? await spendAttempt(who.personId, 'give-grant', 60, HOUR, now, tryOf({ op, opHash }))
      : undefined;
  if (spent) return spent;
  const personId = await findHolderOfPhone(await phoneHashOf(phone));
  if (personId === undefined || (await findPerson(personId)) === undefined) return refuse('person-unknown');
  const grant: Grant = {
    id: op,
    personId,
    role,
    ...(placeId === undefined ? {} : { placeId }),
    ...(organisationId === undefined ? {} : { organisationId }),
    scopeName: scope.name,
    from,
    ...(until === undefined ? {} : { until }),
  };
  const given = await giveOnce(grant, opHash, who.personId, [mustBeAlive(personId)]);
  return given === undefined ? refuse('key-reused') : grantedRoleOf(given);
};
