import type { getOverview as route } from '@gongyi/shared/command/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { placeKind } from '@gongyi/shared/district/place';
import { findPlaceWithPath, organisationsServing } from '../district/public';
import { env } from '../platform/env';
import type { OpenCall } from '../platform/router';
import { finishedWithPictures } from '../requests/public';
import { dutyNumbers } from './duty-numbers';
import { partySeats } from './seats';

const MOST_FINISHED = 6;
/** The one stage with real people; on every other the first screen says that it is a demonstration. */
const REAL_STAGE = 'production';

/** The first screen of a compound; anybody may look. */
export const getOverview = async (
  { params: { compoundId } }: RouteInput<typeof route>,
  { now }: Pick<OpenCall, 'now'>,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (placeKind(compoundId) !== 'compound') return refuse('not-found');
  const [compound, serving] = await Promise.all([findPlaceWithPath(compoundId), organisationsServing(compoundId)]);
  if (compound === undefined) return refuse('not-found');
  const [seats, finished] = await Promise.all([
    partySeats(compoundId, serving, now),
    finishedWithPictures(compoundId, MOST_FINISHED),
  ]);
  return { compound, demo: env().STAGE !== REAL_STAGE, seats, duty: dutyNumbers(serving), finished };
};
