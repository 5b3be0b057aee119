import type { addOrganisation as route } from '@gongyi/shared/district/contract';
import type { Organisation } from '@gongyi/shared/district/organisation';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { addOrganisationOnce } from './organisation-store';
import { commonPlaceOf } from './served-area';
import { unknownPlace } from './unknown-place';

/** Registers an organisation; its maker stands above every place it is to serve. */
export const addOrganisation = async (
  { body }: RouteInput<typeof route>,
  call: Call,
): Promise<Organisation | Refusal> => {
  const servesPlaceIds = [...new Set(body.servesPlaceIds)];
  if (!may(call.who, 'organisation.change', { placeId: commonPlaceOf(servesPlaceIds) }, call.now))
    return refuse('not-found');
  const unknown = await unknownPlace(servesPlaceIds);
  if (unknown !== undefined) return refuse('place-unknown', { placeId: unknown });
  const organisation = { ...body, servesPlaceIds, id: call.op };
  return (await addOrganisationOnce(organisation, call.opHash)) ? organisation : refuse('key-reused');
};
