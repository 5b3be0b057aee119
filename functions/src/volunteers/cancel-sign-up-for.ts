import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Roster, cancelSignUpFor as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { giveUp } from './give-up';
import { findShift, findTeam } from './record-store';
import { leads, maySignUpOthers } from './standing';
import { viewRoster } from './view-roster';

/** A leader or staff takes somebody off the list at their word. */
export const cancelSignUpFor = async (
  { params: { shiftId }, body: { volunteerId, slotId } }: RouteInput<typeof route>,
  call: Call,
): Promise<Roster | Refusal> => {
  const shift = await findShift(shiftId);
  const team = shift && (await findTeam(shift.teamId));
  if (shift === undefined || team === undefined || !(await maySignUpOthers(shift, team, call.who, call.now))) {
    return refuse('not-found');
  }
  const given = await giveUp(volunteerId, shift, slotId, call);
  return isRefusal(given) ? given : viewRoster(shift, call, leads(team, call.who, call.now));
};
