import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { isLate } from '@gongyi/shared/volunteers/sign-up-rules';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import type { Call } from '../platform/router';
import { findSlot } from './enter-sign-up';
import { placedSignUp } from './sign-up-of';
import { moveSignUp, promoteWaiting } from './sign-up-store';

/**
 * Somebody gives up a place, an offer or the waitlist before the slot begins; after the limit it is noted as late,
 * without any other consequence. Whoever waits first is offered the place.
 */
export const giveUp = async (
  volunteerId: string,
  shift: Shift,
  slotId: string,
  { op, now }: Pick<Call, 'op' | 'now'>,
): Promise<SignUp | Refusal> => {
  const slot = findSlot(shift, slotId);
  const placed = slot && (await placedSignUp(volunteerId, shift, slot));
  if (slot === undefined || placed === undefined) return refuse('not-signed-up');
  const moved = await moveSignUp({
    volunteerId,
    shiftId: shift.id,
    slotId,
    ...placed.times,
    move: 'cancel',
    op,
    now,
    plan: (own) => {
      if (now >= slot.startsAt) return refuse('shift-begun');
      return isLate(own, shift, now) ? { set: { late: true } } : {};
    },
  });
  if (!isRefusal(moved)) await promoteWaiting(moved, now);
  return moved;
};
