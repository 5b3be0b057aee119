import type { getPlace as route, PlaceWithPath } from '@gongyi/shared/district/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlaceWithPath } from './place-path';

export const getPlace = async ({ params }: RouteInput<typeof route>): Promise<PlaceWithPath | Refusal> =>
  (await findPlaceWithPath(params.placeId)) ?? refuse('not-found');
