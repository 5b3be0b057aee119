import type { changeOrganisation as route } from '@gongyi/shared/district/contract';
import type { Organisation } from '@gongyi/shared/district/organisation';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { changeOrganisationOnce, findOrganisation } from './organisation-store';
import { commonPlaceOf } from './served-area';
import { unknownPlace } from './unknown-place';

/** Both what it serves now and what it is to serve must lie below who changes it. */
export const changeOrganisation = async (
  { params, body }: RouteInput<typeof route>,
  call: Call,
): Promise<Organisation | Refusal> => {
  const before = await findOrganisation(params.organisationId);
  if (before === undefined) return refuse('not-found');
  const servesPlaceIds = [...new Set(body.servesPlaceIds)];
  const placeId = commonPlaceOf([...before.servesPlaceIds, ...servesPlaceIds]);
  if (!may(call.who, 'organisation.change', { placeId }, call.now)) return refuse('not-found');
  const unknown = servesPlaceIds.length === 0 ? '' : await unknownPlace(servesPlaceIds);
  if (unknown !== undefined) return refuse('place-unknown', { placeId: unknown });
  const after: Organisation = { ...body, servesPlaceIds, id: before.id, kind: before.kind };
  return (await changeOrganisationOnce(before, after, call.op)) ? after : refuse('changed-meanwhile');
};
