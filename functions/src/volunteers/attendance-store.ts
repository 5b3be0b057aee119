import { Attendance } from '@gongyi/shared/volunteers/attendance-rules';
import type { Mark } from '@gongyi/shared/volunteers/attendance-rules';
import * as z from 'zod/mini';
import { getItem, getItems, putNew, queryAll, updateOf } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Who came, and went: one item a person and slot. Coming is written once, going is written once. */
const Stored = z.extend(Attendance, {
  op: z.string(),
  opHash: z.optional(z.string()),
  lastOp: z.optional(z.string()),
  outHash: z.optional(z.string()),
});
export type StoredAttendance = z.output<typeof Stored>;
const attendanceOf = (item: Item): StoredAttendance => z.parse(Stored, item);

export const findAttendance = async (
  shiftId: string,
  slotId: string,
  volunteerId: string,
): Promise<StoredAttendance | undefined> => {
  const item = await getItem(keys.attendance(shiftId, slotId, volunteerId), { consistent: true });
  return item && attendanceOf(item);
};

/** Of one volunteer, where they came, in no order. */
export const attendancesOf = async (
  volunteerId: string,
  slots: readonly { readonly shiftId: string; readonly slotId: string }[],
): Promise<StoredAttendance[]> =>
  (await getItems(slots.map(({ shiftId, slotId }) => keys.attendance(shiftId, slotId, volunteerId)))).map(attendanceOf);

/** Everybody who came to a shift, or to one slot of it. */
export const attendanceOfShift = async (shiftId: string, slotId?: string): Promise<StoredAttendance[]> => {
  const { pk } = keys.shift(shiftId);
  const prefix = slotId === undefined ? 'HERE#' : `HERE#${slotId}#`;
  return (await queryAll({ pk, prefix, consistent: true })).map(attendanceOf);
};

export const cameWrite = (attendance: Attendance, op: string, opHash: string): TransactItem =>
  putNew({
    ...keys.attendance(attendance.shiftId, attendance.slotId, attendance.volunteerId),
    ...attendance,
    op,
    opHash,
  });

export const wentWrite = (
  { shiftId, slotId, volunteerId }: Attendance,
  out: Mark,
  op: string,
  outHash?: string,
): TransactItem =>
  updateOf({
    key: keys.attendance(shiftId, slotId, volunteerId),
    set: { out, outHash },
    when: 'attribute_exists(#in) AND attribute_not_exists(#out)',
    names: { '#in': 'in', '#out': 'out' },
    op,
  });
