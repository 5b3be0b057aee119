import { placeKind } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { getVolunteerFigures as route } from '@gongyi/shared/volunteers/contract';
import { NO_HOURS, addSums } from '@gongyi/shared/volunteers/hours-rules';
import { findPlace } from '../district/public';
import { sumsOfPlace } from './figure-store';
import { kindsAt } from './kinds-store';

/** Hours of a community or of the district in a year, by kind; kinds that are no longer listed count in the whole. */
export const getVolunteerFigures = async ({
  params: { placeId },
  query: { year },
}: RouteInput<typeof route>): Promise<RouteReply<typeof route> | Refusal> => {
  const counted = ['community', 'district'].includes(placeKind(placeId));
  if (!counted || (await findPlace(placeId)) === undefined) return refuse('not-found');
  const [sums, { items }] = await Promise.all([sumsOfPlace(placeId, year), kindsAt(placeId)]);
  return {
    year,
    sum: [...sums.values()].reduce(addSums, NO_HOURS),
    kinds: items.map((kind) => ({ kind, sum: sums.get(kind.id) ?? NO_HOURS })),
  };
};
