import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { ShiftView, signUp as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { enterSignUp, findSlot } from './enter-sign-up';
import { findShift } from './record-store';
import { viewShift } from './view-shift';
import { findVolunteer } from './volunteer-store';

/** Takes a place, or the next number of the waitlist. */
export const signUp = async (
  { params: { shiftId }, body: { slotId, roleId, insure } }: RouteInput<typeof route>,
  call: Call,
): Promise<ShiftView | Refusal> => {
  const { who } = call;
  const [shift, volunteer] = await Promise.all([findShift(shiftId), findVolunteer(who.personId)]);
  if (shift === undefined) return refuse('not-found');
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const slot = findSlot(shift, slotId);
  const role = slot?.roles.find(({ id }) => id === roleId);
  if (slot === undefined || role === undefined) return refuse('role-unknown');
  if (volunteer === undefined) return refuse('volunteer-needed');
  const entered = await enterSignUp({ shift, slot, role, volunteer, insure }, call);
  return isRefusal(entered) ? entered : viewShift(shift, call);
};
