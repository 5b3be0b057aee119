import type { Attendance, Mark } from '@gongyi/shared/volunteers/attendance-rules';
import { marksOf, servedMinutes } from '@gongyi/shared/volunteers/attendance-rules';
import type { HoursEntry } from '@gongyi/shared/volunteers/hours';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import { derivedId } from '../platform/idempotency';

/** The entry of hours that comes of a slot: one a person and slot, whoever closes it. */
export const servedEntryId = (shiftId: string, slotId: string, volunteerId: string): string =>
  derivedId('served', shiftId, slotId, volunteerId);

export const servedEntry = (
  shift: Shift,
  slot: ShiftSlot,
  attendance: Attendance,
  out: Mark,
  now: number,
): HoursEntry => ({
  id: servedEntryId(shift.id, slot.id, attendance.volunteerId),
  volunteerId: attendance.volunteerId,
  kind: 'served',
  byHand: false,
  minutes: servedMinutes(slot, attendance.in.at, out.at),
  servedAt: slot.startsAt,
  at: now,
  teamId: shift.teamId,
  teamName: shift.teamName,
  teamKind: shift.kind,
  communityId: shift.communityId,
  title: shift.title,
  shiftId: shift.id,
  slotId: slot.id,
  marks: marksOf(slot, attendance.in, out),
});
