import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { listNearby as route } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import type { Call } from '../platform/router';
import { mayLookOver } from './list-neighbourhood';
import { listPage } from './listed';
import { rowsOf } from './request-row';

const LOOK_BACK = 100;
const MOST_OFFERED = 5;

/** Open public requests of the category: those of the same building first, else newest first. */
export const listNearby = async (
  { params, query }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!(await mayLookOver(params.compoundId, call))) return refuse('not-found');
  const building = query.placeId === undefined ? undefined : ancestorOf(query.placeId, 'building');
  const sameBuilding = ({ spot }: Request): number =>
    building !== undefined && ancestorOf(spot.placeId, 'building') === building ? 0 : 1;
  const { requests } = await listPage('near', params.compoundId, LOOK_BACK, undefined);
  const similar = requests
    .filter(({ status, category }) => OPEN.includes(status) && category === query.category)
    .sort((a, b) => sameBuilding(a) - sameBuilding(b));
  return { items: await rowsOf(similar.slice(0, MOST_OFFERED), call) };
};
