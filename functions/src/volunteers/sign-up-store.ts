import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { answerBy, nextSignUpState } from '@gongyi/shared/volunteers/sign-up-rules';
import type { SignUpMove } from '@gongyi/shared/volunteers/sign-up-rules';
import type { SignUp, VolunteerDay } from '@gongyi/shared/volunteers/sign-up';
import { log } from '../platform/log';
import { writeTogether } from '../platform/table';
import type { Together, TransactItem } from '../platform/table';
import { dayWrites, daysAround, signUpIn } from './day-store';
import { findSeats, keepSeat, leaveWaitlist, releaseSeat, seatsOf, takeSeat } from './seat-store';
import type { SeatId } from './seat-store';
import { dropTicket, firstWaiting, newTicket, offerTicket } from './ticket-store';

/**
 * Sign-ups. Each change is one transaction of the volunteer's day, the role's places, and the ticket where there is
 * one: an overlap, a place too many, or overtaking cannot be written. Many want the same item at once: who meets
 * another's transaction waits a random moment and looks again.
 */
const TRIES = 80;
const LONGEST_WAIT = 120;
const pause = (attempt: number): Promise<void> =>
  sleep(Math.random() * Math.min(LONGEST_WAIT, 4 * 2 ** Math.min(attempt, 6)));

/** Undefined when others were at the same items all the time: nothing was written. */
const tryTogether = async (writes: readonly TransactItem[]): Promise<Together | undefined> => {
  try {
    return await writeTogether(writes);
  } catch (error) {
    if (error instanceof TransactionCanceledException) return undefined;
    throw error;
  }
};

export interface NewSignUp {
  readonly volunteerId: string;
  readonly seat: SeatId;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly insure: boolean;
  readonly byId?: string | undefined;
  readonly op: string;
  readonly opHash: string;
  readonly now: number;
}

const entryOf = (asked: NewSignUp, state: 'placed' | 'waiting', ticket: number | undefined): SignUp => {
  const { seat, startsAt, endsAt, insure, byId, op, opHash, now } = asked;
  return {
    shiftId: seat.shiftId,
    slotId: seat.slotId,
    roleId: seat.roleId,
    startsAt,
    endsAt,
    state,
    at: now,
    since: now,
    insure,
    op,
    opHash,
    lastOp: op,
    ...(ticket === undefined ? {} : { ticket }),
    ...(byId === undefined ? {} : { byId }),
  };
};

/**
 * Signs somebody up once: with a place, or with the next ticket. `check` says of the days as they stand whether it
 * may be written; it is asked again whenever they changed.
 */
export const writeSignUp = async (
  asked: NewSignUp,
  check: (days: readonly VolunteerDay[], own: SignUp | undefined) => Promise<Refusal | undefined> | Refusal | undefined,
): Promise<SignUp | Refusal> => {
  const { volunteerId, seat, op, opHash, now, byId } = asked;
  let known = await findSeats(seat);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [days, seats] = await Promise.all([daysAround(volunteerId, asked), known ?? findSeats(seat)]);
    known = undefined;
    const own = signUpIn(days, seat.shiftId, seat.slotId);
    if (own?.op === op) return own.opHash === opHash ? own : refuse('key-reused');
    const refused = await check(days, own);
    if (refused !== undefined) return refused;
    if (seats === undefined) return refuse('role-unknown');
    if (seats.closed === true) return refuse('shift-over', { status: 'cancelled' });
    const { state, write } = takeSeat(seats, { byStaff: byId !== undefined, now });
    const entry = entryOf(asked, state, state === 'waiting' ? seats.next : undefined);
    const written = await tryTogether([
      ...dayWrites(days, seat.shiftId, seat.slotId, entry, op),
      write,
      ...(state === 'waiting' ? [newTicket(seat, seats.next, volunteerId)] : []),
    ]);
    if (written?.done === true) return entry;
    // What stood in the way says how full it is now.
    const old = written?.failed[days.length]?.old;
    if (old !== undefined) {
      known = seatsOf(old);
      if (byId === undefined && (known.closesAt <= now || known.opensAt > now))
        return refuse('sign-up-closed', { closedAt: known.closesAt });
    }
    await pause(attempt);
  }
  return refuse('changed-meanwhile');
};

/** What giving up a sign-up of this state gives back. */
const freed = (signUp: SignUp): TransactItem[] => {
  const { state, ticket } = signUp;
  if (state === 'waiting')
    return [leaveWaitlist(signUp), ...(ticket === undefined ? [] : [dropTicket(signUp, ticket)])];
  return [releaseSeat(signUp), ...(state === 'offered' && ticket !== undefined ? [dropTicket(signUp, ticket)] : [])];
};

const besides = (signUp: SignUp, move: SignUpMove): TransactItem[] => {
  switch (move) {
    case 'cancel':
    case 'decline':
    case 'lapse':
    case 'call-off':
      return freed(signUp);
    case 'take':
      return signUp.ticket === undefined ? [] : [dropTicket(signUp, signUp.ticket)];
    case 'check-in':
    case 'promote':
      return [];
  }
};

export interface Moving {
  readonly volunteerId: string;
  readonly shiftId: string;
  readonly slotId: string;
  /** Where the sign-up's days are: its slot's times. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly move: SignUpMove;
  readonly op: string;
  readonly now: number;
  /** What else may stand in the way, and what else changes with it. */
  readonly plan?: (
    signUp: SignUp,
  ) => Refusal | { readonly set?: Partial<SignUp>; readonly also?: readonly TransactItem[] };
}

/** Moves a sign-up on, once; `not-signed-up` where there is none that the move is lawful for. */
export const moveSignUp = async (asked: Moving): Promise<SignUp | Refusal> => {
  const { volunteerId, shiftId, slotId, move, op, now, plan } = asked;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const days = await daysAround(volunteerId, asked);
    const own = signUpIn(days, shiftId, slotId);
    if (own === undefined) return refuse('not-signed-up');
    if (own.lastOp === op) return own;
    const next = nextSignUpState(own.state, move);
    const planned = plan?.(own) ?? {};
    if ('refused' in planned) return planned;
    if (next === undefined) return refuse('not-signed-up', { state: own.state });
    const { ticket, answerBy: _kept, ...rest } = own;
    const entry: SignUp = {
      ...rest,
      ...(next === 'offered' || next === 'waiting' ? { ticket } : {}),
      ...planned.set,
      state: next,
      since: now,
      lastOp: op,
    };
    const written = await tryTogether([
      ...dayWrites(days, shiftId, slotId, entry, op),
      ...besides(own, move),
      ...(planned.also ?? []),
    ]);
    if (written?.done === true) return entry;
    await pause(attempt);
  }
  return refuse('changed-meanwhile');
};

/** Changes something of a sign-up that moves nothing. */
export const editSignUp = async (
  asked: Omit<Moving, 'move' | 'plan'>,
  set: Pick<SignUp, 'insure'>,
): Promise<SignUp | Refusal> => {
  const { volunteerId, shiftId, slotId, op } = asked;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const days = await daysAround(volunteerId, asked);
    const own = signUpIn(days, shiftId, slotId);
    if (own === undefined) return refuse('not-signed-up');
    const entry = { ...own, ...set };
    const written = await tryTogether(dayWrites(days, shiftId, slotId, entry, op));
    if (written?.done === true) return entry;
    await pause(attempt);
  }
  return refuse('changed-meanwhile');
};

/** Somebody whose day no longer knows of their ticket: it leads to nobody. */
const dropLost = async (id: SeatId, ticket: number): Promise<void> => {
  await tryTogether([leaveWaitlist(id), dropTicket(id, ticket)]);
};

/**
 * Offers free places to those who wait, in the order of their tickets, until no place is free or nobody waits.
 * Safe to run by several at once and again.
 */
export const promoteWaiting = async (id: SeatId, now: number): Promise<void> => {
  for (let attempt = 0; attempt < TRIES * 10; attempt += 1) {
    const seats = await findSeats(id);
    if (seats === undefined || seats.closed === true || seats.startsAt <= now) return;
    if (seats.waiting === 0 || seats.held >= seats.places) return;
    const first = await firstWaiting(id);
    if (first === undefined) {
      await pause(attempt % 6);
      continue;
    }
    const until = answerBy(now, seats.startsAt);
    const days = await daysOfTicket(first.volunteerId, id, seats.startsAt);
    const own = days && signUpIn(days, id.shiftId, id.slotId);
    if (days === undefined || own?.ticket !== first.ticket) {
      await dropLost(id, first.ticket);
      continue;
    }
    const op = `offer.${id.shiftId}.${id.slotId}.${String(first.ticket)}`;
    const entry: SignUp = { ...own, state: 'offered', since: now, answerBy: until, lastOp: op };
    const written = await tryTogether([
      ...dayWrites(days, id.shiftId, id.slotId, entry, op),
      keepSeat(id, now),
      offerTicket(first, until),
    ]);
    if (written?.done !== true) await pause(attempt % 6);
  }
  log.warn('a waitlist did not come to rest', { shiftId: id.shiftId });
};

/** The days of whoever waits; the end of the slot stands in their own sign-up. */
const daysOfTicket = async (
  volunteerId: string,
  { shiftId, slotId }: SeatId,
  startsAt: number,
): Promise<VolunteerDay[] | undefined> => {
  const [first] = await daysAround(volunteerId, { startsAt, endsAt: startsAt + 1 });
  const own = first && signUpIn([first], shiftId, slotId);
  return own === undefined ? undefined : daysAround(volunteerId, own);
};
