import type { addPlaces as route } from '@gongyi/shared/district/contract';
import { parentOf } from '@gongyi/shared/district/place';
import type { Place } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { forgetCompounds } from './compound-index';
import { gridFits } from './grid-known';
import { addPlacesOnce, findPlace } from './place-store';

/** The first place that does not belong directly under `parentId`, or whose grid does not fit it. */
const misfit = async (places: readonly Place[], parentId: string): Promise<string | undefined> => {
  const stray = places.find(({ id }) => parentOf(id) !== parentId);
  if (stray !== undefined) return stray.id;
  const grids = new Map(places.flatMap(({ id, gridId }) => (gridId === undefined ? [] : [[gridId, id]])));
  for (const [gridId, placeId] of grids) if (!(await gridFits(placeId, gridId))) return gridId;
  return undefined;
};

/** Whoever enters a community's compounds enters them from a list: one call, one transaction. */
export const addPlaces = async (
  { params: { placeId }, body: { places } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(call.who, 'place.change', { placeId }, call.now)) return refuse('not-found');
  if ((await findPlace(placeId)) === undefined) return refuse('place-unknown', { placeId });
  const unfit = await misfit(places, placeId);
  if (unfit !== undefined) return refuse('place-unknown', { placeId: unfit });
  const twice = places.find(({ id }, index) => places.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) return refuse('place-exists', { placeId: twice.id });
  const taken = await addPlacesOnce(places, call.opHash);
  forgetCompounds();
  return taken === undefined ? { items: [...places] } : refuse('place-exists', { placeId: taken });
};
