import type { addPlace as route } from '@gongyi/shared/district/contract';
import { parentOf } from '@gongyi/shared/district/place';
import type { Place } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { forgetCompounds } from './compound-index';
import { gridFits } from './grid-known';
import { addPlaceOnce, findPlace } from './place-store';

/** A place's id is its path, so the write's own condition says whether it exists already. */
export const addPlace = async ({ body }: RouteInput<typeof route>, call: Call): Promise<Place | Refusal> => {
  if (!may(call.who, 'place.change', { placeId: body.id }, call.now)) return refuse('not-found');
  const parent = parentOf(body.id);
  if (parent !== undefined && (await findPlace(parent)) === undefined)
    return refuse('place-unknown', { placeId: parent });
  if (body.gridId !== undefined && !(await gridFits(body.id, body.gridId)))
    return refuse('place-unknown', { placeId: body.gridId });
  const written = await addPlaceOnce(body, call.opHash);
  forgetCompounds();
  return written.done ? written.place : refuse('place-exists', { placeId: body.id });
};
