import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY, HOUR, MINUTE, isoDate } from '../kernel/time';
import type { SignUpState } from './kinds';
import type { Shift, ShiftRole, ShiftSlot } from './shift';
import type { Seats, SignUp, VolunteerDay } from './sign-up';
import { ageAt, isMinor } from './volunteer';
import type { Volunteer } from './volunteer';

/** What may happen to a sign-up; `promote`, `lapse` and `call-off` are the system's. */
export const SIGN_UP_MOVES = ['cancel', 'take', 'decline', 'check-in', 'promote', 'lapse', 'call-off'] as const;
export type SignUpMove = (typeof SIGN_UP_MOVES)[number];

/** State → the moves it allows and where each leads. */
export const SIGN_UP_LIFECYCLE = {
  placed: { cancel: 'cancelled', 'check-in': 'here', 'call-off': 'called-off' },
  waiting: { cancel: 'cancelled', promote: 'offered', 'call-off': 'called-off' },
  offered: { take: 'placed', decline: 'cancelled', cancel: 'cancelled', lapse: 'lapsed', 'call-off': 'called-off' },
  here: {},
  cancelled: {},
  lapsed: {},
  'called-off': {},
} as const satisfies Record<SignUpState, Partial<Record<SignUpMove, SignUpState>>>;

export const nextSignUpState = (state: SignUpState, move: SignUpMove): SignUpState | undefined => {
  const moves: Partial<Record<SignUpMove, SignUpState>> = SIGN_UP_LIFECYCLE[state];
  return moves[move];
};

/** States in which the time is promised: nothing else may be signed up for then. */
export const HOLDS_TIME: readonly SignUpState[] = ['placed', 'waiting', 'offered', 'here'];
/** States that hold a place. */
export const HOLDS_PLACE: readonly SignUpState[] = ['placed', 'offered', 'here'];

export const signUpKey = (shiftId: string, slotId: string): string => `${shiftId}.${slotId}`;

/** A volunteer's day begins at five, so that a night patrol lies in one. */
const DAY_BEGINS = 5 * HOUR;

/** The days that a stretch of time touches: one, or two if it runs past five in the morning. */
export const daysOf = ({ startsAt, endsAt }: Pick<SignUp, 'startsAt' | 'endsAt'>): string[] => [
  ...new Set([isoDate(startsAt - DAY_BEGINS), isoDate(endsAt - 1 - DAY_BEGINS)]),
];

/** What of a day overlaps that stretch; what touches it only at an end does not. */
export const clashIn = (
  day: Pick<VolunteerDay, 'signUps'> | undefined,
  { startsAt, endsAt }: Pick<SignUp, 'startsAt' | 'endsAt'>,
  except?: string,
): SignUp | undefined =>
  Object.entries(day?.signUps ?? {}).find(
    ([key, other]) =>
      key !== except && HOLDS_TIME.includes(other.state) && other.startsAt < endsAt && startsAt < other.endsAt,
  )?.[1];

type Window = Pick<Shift, 'status' | 'opensAt' | 'closesAt'>;

/** Whether sign-up is open; leaders and staff may enter people until the slot ends. */
export const checkWindow = (
  { status, opensAt, closesAt }: Window,
  slot: Pick<ShiftSlot, 'endsAt'>,
  byStaff: boolean,
  now: number,
): Refusal | undefined => {
  if (status !== 'open') return refuse('shift-over', { status });
  if (byStaff) return now < slot.endsAt ? undefined : refuse('sign-up-closed', { closedAt: slot.endsAt });
  if (now < opensAt) return refuse('sign-up-not-open', { opensAt });
  return now < closesAt ? undefined : refuse('sign-up-closed', { closedAt: closesAt });
};

/** Skill, age and guardian: whether this volunteer may take this role, on the day it is. */
export const checkVolunteer = (
  volunteer: Pick<Volunteer, 'bornOn' | 'skills' | 'guardian'>,
  role: Pick<ShiftRole, 'skill' | 'ageFloor'>,
  slot: Pick<ShiftSlot, 'startsAt'>,
  now: number,
): Refusal | undefined => {
  const { skill, ageFloor } = role;
  if (skill !== undefined && !volunteer.skills.includes(skill)) return refuse('skill-needed', { skill });
  const onTheDay = isoDate(slot.startsAt);
  if (ageFloor !== undefined && ageAt(volunteer.bornOn, onTheDay) < ageFloor) return refuse('too-young', { ageFloor });
  if (isMinor(volunteer.bornOn, isoDate(now)) && volunteer.guardian?.given !== true) return refuse('guardian-needed');
  return undefined;
};

/** A place, or the waitlist: nobody overtakes those who wait. */
export const seatFor = ({ places, held, waiting }: Pick<Seats, 'places' | 'held' | 'waiting'>): 'placed' | 'waiting' =>
  held < places && waiting === 0 ? 'placed' : 'waiting';

/** Until when an offered place is kept: half a day, less the closer it is, and never past the beginning. */
export const answerBy = (now: number, startsAt: number): number => {
  const left = startsAt - now;
  if (left > 2 * DAY) return now + 12 * HOUR;
  if (left > 6 * HOUR) return now + 2 * HOUR;
  return Math.min(startsAt, now + 20 * MINUTE);
};

/** One who gives a promise up after the limit; never of an offer, of the waitlist, or of a shift that was moved. */
export const isLate = (
  signUp: Pick<SignUp, 'state' | 'moved'>,
  { cancelUntil }: Pick<Shift, 'cancelUntil'>,
  now: number,
): boolean => signUp.state === 'placed' && signUp.moved !== true && now > cancelUntil;

/** How long before a slot people are reminded. */
export const REMINDERS = [
  { stage: 'day', before: DAY },
  { stage: 'hours', before: 2 * HOUR },
] as const;
export type ReminderStage = (typeof REMINDERS)[number]['stage'] | 'close' | 'done';
