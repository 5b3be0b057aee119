import * as z from 'zod/mini';
import { Id, Instant } from '../kernel/schema';
import { HOUR, MINUTE } from '../kernel/time';
import { VolunteerId } from './kinds';
import type { HoursMark } from './kinds';
import type { ShiftSlot } from './shift';

/** Coming or going, and how it was taken: the rotating code, the leader's list, or the clock at the end. */
export const Mark = z.object({ at: Instant, by: z.enum(['code', 'leader', 'clock']), byId: z.optional(Id) });
export type Mark = z.output<typeof Mark>;

/** Somebody who came (签到、签退). */
export const Attendance = z.object({
  shiftId: Id,
  slotId: z.string(),
  roleId: z.string(),
  volunteerId: VolunteerId,
  in: Mark,
  out: z.optional(Mark),
});
export type Attendance = z.output<typeof Attendance>;

const EARLIEST_IN = HOUR;
const LATEST_OUT = HOUR;
const EARLY = 10 * MINUTE;

type Slot = Pick<ShiftSlot, 'startsAt' | 'endsAt'>;

/** One may check in from an hour before the slot until it ends. */
export const checkInOpens = ({ startsAt }: Slot): number => startsAt - EARLIEST_IN;
export const mayCheckIn = (slot: Slot, now: number): boolean => now >= checkInOpens(slot) && now < slot.endsAt;
/** One may check out until an hour after; then the clock closes what was forgotten. */
export const clockCloses = ({ endsAt }: Slot): number => endsAt + LATEST_OUT;

/** Whole minutes served: between coming and going, within the slot. */
export const servedMinutes = (slot: Slot, came: number, went: number): number => {
  const from = Math.max(came, slot.startsAt);
  const until = Math.min(went, slot.endsAt);
  return Math.max(0, Math.floor((until - from) / MINUTE));
};

export const leftEarly = ({ endsAt }: Slot, went: number): boolean => went < endsAt - EARLY;

/** What stands beside the hours of somebody who came and went so. */
export const marksOf = (slot: Slot, came: Mark, went: Mark): HoursMark[] => [
  ...(came.by === 'leader' ? (['in-by-leader'] as const) : []),
  ...(went.by === 'leader' ? (['out-by-leader'] as const) : []),
  ...(went.by === 'clock' ? (['closed-by-clock'] as const) : []),
  ...(went.by !== 'clock' && leftEarly(slot, went.at) ? (['left-early'] as const) : []),
];
