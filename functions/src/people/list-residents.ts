import type { listResidents as route } from '@gongyi/shared/people/contract';
import { HomeResident } from '@gongyi/shared/people/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import type { Call } from '../platform/router';
import { asSeen, residentsOf } from './binding-store';

/** Who lives in my home. Claims that wait for staff are not mine to see: a stranger may have made one. */
export const listResidents = async (
  { params: { homeId } }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(who, 'home.invite-family', { homeId, placeId: homeId }, now)) return refuse('not-found');
  const residents = await residentsOf(homeId);
  const items = residents
    .filter(({ state }) => state === 'verified' || state === 'ended')
    .map((binding) => z.parse(HomeResident, { ...binding, ...asSeen(binding, now) }));
  return { items };
};
