import type { Due } from '../platform/due-walk';
import { getItem } from '../platform/table';
import { findSlot } from './enter-sign-up';
import { findShift } from './record-store';
import { placedSignUp } from './sign-up-of';
import { moveSignUp, promoteWaiting } from './sign-up-store';
import { ticketOf } from './ticket-store';

/** The time to answer is over: the place goes to whoever waits next. */
export const handleOfferDue = async ({ key }: Due, now: number): Promise<void> => {
  const item = await getItem(key, { consistent: true });
  if (item === undefined) return;
  const { shiftId, slotId, roleId, volunteerId, answerBy } = ticketOf(item);
  if (answerBy === undefined || answerBy > now) return;
  const shift = await findShift(shiftId);
  const slot = shift && findSlot(shift, slotId);
  const placed = slot && (await placedSignUp(volunteerId, shift, slot));
  if (placed === undefined) return;
  await moveSignUp({
    volunteerId,
    shiftId,
    slotId,
    ...placed.times,
    move: 'lapse',
    op: `lapse.${shiftId}.${slotId}.${String(answerBy)}`,
    now,
  });
  await promoteWaiting({ shiftId, slotId, roleId }, now);
};
