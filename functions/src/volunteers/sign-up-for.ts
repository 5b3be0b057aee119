import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Roster, signUpFor as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { enterSignUp, findSlot } from './enter-sign-up';
import { findShift, findTeam } from './record-store';
import { leads, maySignUpOthers } from './standing';
import { viewRoster } from './view-roster';
import { findVolunteer } from './volunteer-store';

/** A leader or staff enters somebody, marked as entered for them; the same rules hold but the window. */
export const signUpFor = async (
  { params: { shiftId }, body: { volunteerId, slotId, roleId, insure } }: RouteInput<typeof route>,
  call: Call,
): Promise<Roster | Refusal> => {
  const { who, now } = call;
  const shift = await findShift(shiftId);
  const team = shift && (await findTeam(shift.teamId));
  if (shift === undefined || team === undefined || !(await maySignUpOthers(shift, team, who, now))) {
    return refuse('not-found');
  }
  const slot = findSlot(shift, slotId);
  const role = slot?.roles.find(({ id }) => id === roleId);
  if (slot === undefined || role === undefined) return refuse('role-unknown');
  const volunteer = await findVolunteer(volunteerId);
  // Whom one may enter: people of the community, and nobody at the other end of the district.
  if (volunteer?.communityId !== shift.communityId) return refuse('volunteer-unknown');
  const entered = await enterSignUp({ shift, slot, role, volunteer, insure, byId: who.personId }, call);
  return isRefusal(entered) ? entered : viewRoster(shift, call, leads(team, who, now));
};
