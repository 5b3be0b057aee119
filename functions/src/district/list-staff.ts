import type { listStaff as route } from '@gongyi/shared/district/contract';
import { StaffMember } from '@gongyi/shared/district/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import { membersOf, namesOf } from '../people/public';
import type { Call } from '../platform/router';

/** Who works in an organisation today, for its own people to hand out work. */
export const listStaff = async (
  { params: { organisationId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(call.who, 'request.queue', { organisationIds: [organisationId] }, call.now)) return refuse('not-found');
  const members = await membersOf(organisationId, call.now);
  const names = await namesOf(members.map(({ personId }) => personId));
  const items = members.map(({ personId, role }) =>
    z.parse(StaffMember, { personId, role, name: names.get(personId) ?? '' }),
  );
  return { items };
};
