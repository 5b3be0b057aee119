import * as z from 'zod/mini';
import { Id, Instant } from '../kernel/schema';
import { SignUpState, VolunteerId } from './kinds';

/** One person's sign-up for one slot of a shift, as it stands in that person's day. */
export const SignUp = z.object({
  shiftId: Id,
  slotId: z.string(),
  roleId: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: SignUpState,
  /** When it was made, and when it came to its state. */
  at: Instant,
  since: Instant,
  /** Its place in the order of the waitlist, while there. */
  ticket: z.optional(z.int()),
  /** Until when an offered place is kept. */
  answerBy: z.optional(Instant),
  /** Cancelled after the limit. */
  late: z.optional(z.boolean()),
  /** The leader moved the shift since: it may be given up freely. */
  moved: z.optional(z.boolean()),
  /** Name and number may be handed to an insurer. */
  insure: z.boolean(),
  /** Staff or a leader entered it. */
  byId: z.optional(Id),
  /** The operation that made it, and its input's hash: a retry is answered as the first time. */
  op: z.string(),
  opHash: z.string(),
  /** The operation that brought it to its state. */
  lastOp: z.optional(z.string()),
});
export type SignUp = z.output<typeof SignUp>;

/**
 * A day of a volunteer, from five in the morning to five: whatever they have promised then. It is the unit of
 * writing: an overlap cannot be written, because the day is written only as it was seen (`rev`).
 */
export const VolunteerDay = z.object({
  volunteerId: VolunteerId,
  day: z.string(),
  rev: z.int(),
  /** By `<shift>.<slot>`: once a person and slot. */
  signUps: z.record(z.string(), SignUp),
});
export type VolunteerDay = z.output<typeof VolunteerDay>;

/** The places of one role of one slot: what decides between a place and the waitlist. */
export const Seats = z.object({
  shiftId: Id,
  slotId: z.string(),
  roleId: z.string(),
  places: z.int(),
  /** Taken or kept for an answer; never more than places. */
  held: z.int(),
  /** On the waitlist. */
  waiting: z.int(),
  /** The next number of the waitlist. */
  next: z.int(),
  opensAt: Instant,
  closesAt: Instant,
  /** The slot's beginning. */
  startsAt: Instant,
  closed: z.optional(z.boolean()),
});
export type Seats = z.output<typeof Seats>;
