import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { ShiftView, cancelSignUp as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { giveUp } from './give-up';
import { findShift } from './record-store';
import { viewShift } from './view-shift';

/** Gives up one's own place or waitlist number. */
export const cancelSignUp = async (
  { params: { shiftId }, body: { slotId } }: RouteInput<typeof route>,
  call: Call,
): Promise<ShiftView | Refusal> => {
  const shift = await findShift(shiftId);
  if (shift === undefined) return refuse('not-found');
  const given = await giveUp(call.who.personId, shift, slotId, call);
  return isRefusal(given) ? given : viewShift(shift, call);
};
