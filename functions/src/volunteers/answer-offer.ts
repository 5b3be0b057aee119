import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { ShiftView, answerOffer as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { findSlot } from './enter-sign-up';
import { findShift } from './record-store';
import { placedSignUp } from './sign-up-of';
import { moveSignUp, promoteWaiting } from './sign-up-store';
import { viewShift } from './view-shift';

/** Takes the place that became free, or leaves it to the next one waiting. */
export const answerOffer = async (
  { params: { shiftId }, body: { slotId, take } }: RouteInput<typeof route>,
  call: Call,
): Promise<ShiftView | Refusal> => {
  const { who, op, now } = call;
  const shift = await findShift(shiftId);
  if (shift === undefined) return refuse('not-found');
  const slot = findSlot(shift, slotId);
  const placed = slot && (await placedSignUp(who.personId, shift, slot));
  if (placed === undefined) return refuse('not-signed-up');
  const moved = await moveSignUp({
    volunteerId: who.personId,
    shiftId,
    slotId,
    ...placed.times,
    move: take ? 'take' : 'decline',
    op,
    now,
    plan: ({ state, answerBy }) =>
      state !== 'offered' || (answerBy ?? 0) <= now ? refuse('offer-over', { state }) : {},
  });
  if (isRefusal(moved)) return moved;
  if (!take) await promoteWaiting(moved, now);
  return viewShift(shift, call);
};
