import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { placeKind } from '@gongyi/shared/district/place';
import type { listBelow as route } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { listRows } from './list-rows';

/** Overdue and escalated requests below a grid, a community, a street or the district. */
export const listBelow = async ({ params: { placeId }, query }: RouteInput<typeof route>, call: Call) => {
  const gridId = placeKind(placeId) === 'grid' ? placeId : undefined;
  if (!may(call.who, 'request.list-below', { placeId, gridId }, call.now)) return refuse('not-found');
  return listRows('below', placeId, query, call);
};
