import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Shift, ShiftRole, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import { HOLDS_TIME, checkVolunteer, checkWindow, clashIn, signUpKey } from '@gongyi/shared/volunteers/sign-up-rules';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import type { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import type { Call } from '../platform/router';
import { findShift } from './record-store';
import { titleShown } from './shown';
import { promoteWaiting, writeSignUp } from './sign-up-store';

export const findSlot = (shift: Shift, slotId: string): ShiftSlot | undefined =>
  shift.slots.find(({ id }) => id === slotId);

/** A clash is named, so that one can decide between the two. */
const clash = async ({ shiftId, startsAt, endsAt }: SignUp): Promise<Refusal> => {
  const other = await findShift(shiftId);
  const title = other === undefined ? '' : titleShown(other.title, other.wordsCheck, false);
  return refuse('time-clash', { shiftId, title, startsAt, endsAt });
};

export interface Entering {
  readonly shift: Shift;
  readonly slot: ShiftSlot;
  readonly role: ShiftRole;
  readonly volunteer: Volunteer;
  readonly insure: boolean;
  /** Staff or a leader enters somebody else. */
  readonly byId?: string;
}

/** Signs a volunteer up for a role of a slot, by whoever may. */
export const enterSignUp = async (
  { shift, slot, role, volunteer, insure, byId }: Entering,
  { op, opHash, now }: Call,
): Promise<SignUp | Refusal> => {
  const seat = { shiftId: shift.id, slotId: slot.id, roleId: role.id };
  const { startsAt, endsAt } = slot;
  const asked = { volunteerId: volunteer.id, seat, startsAt, endsAt, insure, byId, op, opHash, now };
  const entered = await writeSignUp(asked, async (days, own) => {
    const closed = checkWindow(shift, slot, byId !== undefined, now);
    if (closed !== undefined) return closed;
    if (own !== undefined && HOLDS_TIME.includes(own.state)) return refuse('already-signed-up', { state: own.state });
    const unfit = checkVolunteer(volunteer, role, slot, now);
    if (unfit !== undefined) return unfit;
    const other = days.map((day) => clashIn(day, slot, signUpKey(shift.id, slot.id))).find((one) => one !== undefined);
    return other && clash(other);
  });
  // A place may have become free since the waitlist was joined.
  if (!isRefusal(entered) && entered.state === 'waiting') await promoteWaiting(seat, now);
  return entered;
};
