import type { listResidents as route } from '@gongyi/shared/people/contract';
import { HomeResident } from '@gongyi/shared/people/contract';
import { bindingCounts } from '@gongyi/shared/people/role';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import type { Call } from '../platform/router';
import { residentsOf } from './binding-store';
import { namesOf } from './names';

/**
 * Who is bound to my home now. Claims that wait are for staff, as a stranger may have made one, and who
 * moved out is no longer an owner's business. Owners found by the roll gave no name for the home: theirs
 * is the one they go by.
 */
export const listResidents = async (
  { params: { homeId } }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(who, 'home.invite-family', { homeId, placeId: homeId }, now)) return refuse('not-found');
  const residents = (await residentsOf(homeId)).filter((binding) => bindingCounts(binding, now));
  const names = await namesOf(residents.filter(({ name }) => name === '').map(({ personId }) => personId));
  const items = residents.map((binding) =>
    z.parse(HomeResident, { ...binding, name: binding.name || (names.get(binding.personId) ?? '') }),
  );
  return { items };
};
