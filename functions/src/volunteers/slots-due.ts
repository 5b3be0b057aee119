import { clockCloses } from '@gongyi/shared/volunteers/attendance-rules';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import type { Due } from '../platform/due-walk';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { PREFIX } from '../platform/table-shape';
import { attendanceOfShift } from './attendance-store';
import { go } from './come-and-go';
import { findSlot } from './enter-sign-up';
import { findShift } from './record-store';
import { shiftMoves } from './shift-writes';
import { closeSlotClock, findSlotClock, fireReminder } from './slot-clock-store';

/** Whoever forgot to check out is checked out at the slot's end, and that stands beside the hours. */
const closeForgotten = async (shift: Shift, slot: ShiftSlot, now: number): Promise<void> => {
  const here = await attendanceOfShift(shift.id, slot.id);
  for (const { volunteerId, out } of here) {
    if (out !== undefined) continue;
    const mark = { at: slot.endsAt, by: 'clock' } as const;
    await go({ volunteerId, shift, slot, mark, op: `clock.${shift.id}.${slot.id}` }, now);
  }
};

/** A shift is over when the clock has closed its last slot. */
const endShift = async (shiftId: string, now: number): Promise<void> => {
  const shift = await findShift(shiftId);
  if (shift?.status !== 'open' || shift.slots.some((slot) => clockCloses(slot) > now)) return;
  const effect = { changes: { status: 'ended' as const }, event: { kind: 'ended' } };
  await writeTogether(shiftMoves(shift, effect, { maker: CLOCK, op: `ended.${shiftId}`, now }));
};

/** What the clock does for a slot: a reminder, or its end. */
export const handleSlotDue = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const shiftId = key.pk.slice(PREFIX.shift.length);
  const [shift, clock] = await Promise.all([findShift(shiftId), findSlotClock(shiftId, key.sk.slice('CLOCK#'.length))]);
  const slot = shift && clock && findSlot(shift, clock.slotId);
  if (shift === undefined || clock === undefined || slot === undefined) return;
  if (clock.stage === 'day' || clock.stage === 'hours') {
    await fireReminder(clock, slot, dueSk, now);
    return;
  }
  if (shift.status === 'open') {
    await closeForgotten(shift, slot, now);
    await endShift(shiftId, now);
  }
  await closeSlotClock(clock, dueSk);
};
