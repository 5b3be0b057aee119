import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { ShiftView, setInsuranceConsent as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { findSlot } from './enter-sign-up';
import { findShift } from './record-store';
import { placedSignUp } from './sign-up-of';
import { editSignUp } from './sign-up-store';
import { viewShift } from './view-shift';

/** Allows, or no longer allows, that name and number go to an insurer for this slot. */
export const setInsuranceConsent = async (
  { params: { shiftId }, body: { slotId, given } }: RouteInput<typeof route>,
  call: Call,
): Promise<ShiftView | Refusal> => {
  const { who, op, now } = call;
  const shift = await findShift(shiftId);
  if (shift === undefined) return refuse('not-found');
  const slot = findSlot(shift, slotId);
  const placed = slot && (await placedSignUp(who.personId, shift, slot));
  if (placed === undefined) return refuse('not-signed-up');
  const asked = { volunteerId: who.personId, shiftId, slotId, ...placed.times, op, now };
  const edited = await editSignUp(asked, { insure: given });
  return isRefusal(edited) ? edited : viewShift(shift, call);
};
