import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { getMyPoints as mineRoute, spendPoints as spendRoute } from '@gongyi/shared/volunteers/contract';
import { checkKeeper } from '@gongyi/shared/volunteers/hours-rules';
import { findPlaces } from '../district/public';
import type { Call } from '../platform/router';
import { settingsOf } from './kinds-store';
import { balanceOf, pointsOf, spendOnce } from './points-store';
import { mayInGrid } from './standing';
import { findVolunteer } from './volunteer-store';

/** My points, where a community keeps them. */
export const getMyPoints = async (
  _input: RouteInput<typeof mineRoute>,
  { who }: Call,
): Promise<RouteReply<typeof mineRoute>> => {
  const all = await pointsOf(who.personId);
  const places = all.length === 0 ? undefined : await findPlaces(all.map(({ communityId }) => communityId));
  return {
    items: all.map(({ communityId, balance, entries }) => ({
      communityId,
      communityName: places?.get(communityId)?.name ?? '',
      balance,
      entries: entries.map(({ at, points, reason }) => ({ at, points, reason })),
    })),
  };
};

/** Staff exchange somebody's points for something, never their own. */
export const spendPoints = async (
  { params: { placeId }, body: { volunteerId, points, reason } }: RouteInput<typeof spendRoute>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof spendRoute> | Refusal> => {
  if (!(await mayInGrid(who, 'volunteer.record', { placeId }, now))) return refuse('not-found');
  if ((await settingsOf(placeId)).pointsPerHour === 0) return refuse('points-off');
  const own = checkKeeper(who.personId, volunteerId);
  if (own !== undefined) return own;
  if ((await findVolunteer(volunteerId)) === undefined) return refuse('points-short', { balance: 0 });
  const spent = await spendOnce(volunteerId, placeId, { points, reason, at: now, op, opHash });
  if (spent === 'reused') return refuse('key-reused');
  const balance = await balanceOf(volunteerId, placeId);
  return spent === 'short' ? refuse('points-short', { balance }) : { balance, at: now };
};
