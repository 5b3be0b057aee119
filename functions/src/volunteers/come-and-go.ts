import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { checkInOpens, clockCloses, mayCheckIn } from '@gongyi/shared/volunteers/attendance-rules';
import type { Mark } from '@gongyi/shared/volunteers/attendance-rules';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import { writeTogether } from '../platform/table';
import { cameWrite, findAttendance, wentWrite } from './attendance-store';
import type { StoredAttendance } from './attendance-store';
import { hoursWrite } from './hours-store';
import { servedEntry } from './served-entry';
import { placedSignUp } from './sign-up-of';
import { moveSignUp } from './sign-up-store';

interface Presence {
  readonly volunteerId: string;
  readonly shift: Shift;
  readonly slot: ShiftSlot;
  readonly mark: Mark;
  readonly op: string;
  readonly opHash: string;
}

const earlier = (own: StoredAttendance, { op, opHash }: Presence): 'done' | Refusal => {
  if (own.op !== op) return refuse('already-checked-in', { at: own.in.at });
  return own.opHash === opHash ? 'done' : refuse('key-reused');
};

/** What can be said before a code is looked at; `done`: this very operation was written. */
export const mayCome = async (presence: Presence): Promise<'done' | Refusal | undefined> => {
  const { volunteerId, shift, slot, mark } = presence;
  const own = await findAttendance(shift.id, slot.id, volunteerId);
  if (own !== undefined) return earlier(own, presence);
  if (shift.status !== 'open') return refuse('shift-over', { status: shift.status });
  if (mark.at >= slot.endsAt) return refuse('shift-over', { status: 'ended' });
  if (!mayCheckIn(slot, mark.at)) return refuse('check-in-not-open', { opensAt: checkInOpens(slot) });
  const placed = await placedSignUp(volunteerId, shift, slot);
  return placed?.signUp.state === 'placed' ? undefined : refuse('not-signed-up');
};

/** Writes that somebody came: the sign-up becomes `here` and the attendance is put, together and once. */
export const come = async (presence: Presence): Promise<Refusal | undefined> => {
  const { volunteerId, shift, slot, mark, op, opHash } = presence;
  const placed = await placedSignUp(volunteerId, shift, slot);
  if (placed === undefined) return refuse('not-signed-up');
  const { roleId } = placed.signUp;
  const attendance = { shiftId: shift.id, slotId: slot.id, roleId, volunteerId, in: mark };
  const moved = await moveSignUp({
    volunteerId,
    shiftId: shift.id,
    slotId: slot.id,
    ...placed.times,
    move: 'check-in',
    op,
    now: mark.at,
    plan: ({ state }) =>
      state === 'here' ? refuse('already-checked-in') : { also: [cameWrite(attendance, op, opHash)] },
  });
  return isRefusal(moved) ? moved : undefined;
};

/** What can be said of going before a code is looked at. */
export const mayGo = async ({
  volunteerId,
  shift,
  slot,
  mark,
  op,
  opHash,
}: Presence): Promise<'done' | Refusal | undefined> => {
  const own = await findAttendance(shift.id, slot.id, volunteerId);
  if (own === undefined) return refuse('not-checked-in');
  if (own.out !== undefined) {
    if (own.lastOp !== op) return refuse('already-checked-out', { at: own.out.at });
    return own.outHash === opHash ? 'done' : refuse('key-reused');
  }
  return mark.at >= clockCloses(slot) ? refuse('shift-over', { status: 'ended' }) : undefined;
};

/** Writes that somebody went, with the hours that come of it, together and once. */
export const go = async (
  { volunteerId, shift, slot, mark, op, opHash }: Omit<Presence, 'opHash'> & { readonly opHash?: string },
  now: number,
): Promise<Refusal | undefined> => {
  const own = await findAttendance(shift.id, slot.id, volunteerId);
  if (own === undefined) return refuse('not-checked-in');
  if (own.out === undefined) {
    const entry = servedEntry(shift, slot, own, mark, now);
    const written = await writeTogether([wentWrite(own, mark, op, opHash), hoursWrite(entry, op)]);
    if (written.done) return undefined;
  }
  const after = await findAttendance(shift.id, slot.id, volunteerId);
  return after?.lastOp === op ? undefined : refuse('already-checked-out', { at: after?.out?.at ?? now });
};
