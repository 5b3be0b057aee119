import type { changePlace as route } from '@gongyi/shared/district/contract';
import type { Place } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { forgetCompounds } from './compound-index';
import { gridFits } from './grid-known';
import { changePlaceOnce, findPlace } from './place-store';

export const changePlace = async (
  { params: { placeId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<Place | Refusal> => {
  if (!may(call.who, 'place.change', { placeId }, call.now)) return refuse('not-found');
  if (body.gridId !== undefined && !(await gridFits(placeId, body.gridId)))
    return refuse('place-unknown', { placeId: body.gridId });
  if (!(await changePlaceOnce(placeId, body, call.op))) return refuse('not-found');
  forgetCompounds();
  return (await findPlace(placeId)) ?? refuse('not-found');
};
