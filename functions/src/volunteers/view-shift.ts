import type { Identity } from '@gongyi/shared/people/role';
import { checkInOpens, mayCheckIn, servedMinutes } from '@gongyi/shared/volunteers/attendance-rules';
import type { Fill, ShiftView, SlotView } from '@gongyi/shared/volunteers/contract';
import { shiftEnds, shiftStarts, nextShiftStatus, SHIFT_MOVES } from '@gongyi/shared/volunteers/shift-rules';
import type { ShiftMove } from '@gongyi/shared/volunteers/shift-rules';
import type { Shift, ShiftRole, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import { checkWindow, isLate, nextSignUpState, seatFor } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Seats, SignUp } from '@gongyi/shared/volunteers/sign-up';
import { findAttendance } from './attendance-store';
import type { StoredAttendance } from './attendance-store';
import { findTeam, stepsAfter } from './record-store';
import { seatsOfShift } from './seat-store';
import { part, titleShown } from './shown';
import { findSignUp } from './sign-up-of';
import { leads, maySignUpOthers } from './standing';
import { positionOf } from './ticket-store';
import { findVolunteer } from './volunteer-store';

export interface Viewer {
  readonly who: Identity | undefined;
  readonly now: number;
}

export const NO_FILL: Fill = { places: 0, held: 0, waiting: 0 };
export const addFill = (a: Fill, b: Fill): Fill => ({
  places: a.places + b.places,
  held: a.held + b.held,
  waiting: a.waiting + b.waiting,
});
export const fillOf = ({ places, held, waiting }: Fill): Fill => ({ places, held, waiting });
/** Places nobody holds, of roles that one may still take. */
export const missingOf = (seats: readonly Fill[]): number =>
  seats.reduce((total, { places, held }) => total + places - held, 0);

interface Own {
  readonly signUp: SignUp;
  readonly attendance: StoredAttendance | undefined;
  readonly position: number | undefined;
}

/** The asker's own part in a slot. */
const ownIn = async (shift: Shift, slot: ShiftSlot, personId: string): Promise<Own | undefined> => {
  const signUp = await findSignUp(personId, shift, slot);
  if (signUp === undefined) return undefined;
  const [attendance, position] = await Promise.all([
    signUp.state === 'here' ? findAttendance(shift.id, slot.id, personId) : undefined,
    signUp.state === 'waiting' && signUp.ticket !== undefined ? positionOf(signUp, signUp.ticket) : undefined,
  ]);
  return { signUp, attendance, position };
};

type Mine = NonNullable<SlotView['mine']>;

const actsOf = (shift: Shift, slot: ShiftSlot, { signUp, attendance }: Own, now: number): Mine['acts'] => {
  const { state, answerBy } = signUp;
  const acts: Mine['acts'] = [];
  if (shift.status !== 'open') return acts;
  const answers = state === 'offered' && answerBy !== undefined && now < answerBy;
  if (answers) acts.push('take', 'decline');
  if (state === 'placed' && mayCheckIn(slot, now)) acts.push('check-in');
  if (attendance !== undefined && attendance.out === undefined) acts.push('check-out');
  if (!answers && nextSignUpState(state, 'cancel') !== undefined && now < slot.startsAt) acts.push('cancel');
  return acts;
};

const mineOf = (shift: Shift, slot: ShiftSlot, own: Own, now: number): Mine => {
  const { signUp, attendance, position } = own;
  const { roleId, state, answerBy, insure } = signUp;
  const out = attendance?.out;
  return {
    roleId,
    state,
    ...part('answerBy', answerBy),
    ...part('position', position),
    insure,
    late: isLate(signUp, shift, now),
    ...part('in', attendance?.in),
    ...part('out', out),
    ...part('minutes', attendance && out && servedMinutes(slot, attendance.in.at, out.at)),
    acts: actsOf(shift, slot, own, now),
  };
};

const HOLDING = ['placed', 'waiting', 'offered', 'here'];

const roleView = (
  shift: Shift,
  slot: ShiftSlot,
  role: ShiftRole,
  seats: Seats | undefined,
  free: boolean,
  now: number,
): SlotView['roles'][number] => {
  const fill = seats === undefined ? { ...NO_FILL, places: role.places } : fillOf(seats);
  const open = free && checkWindow(shift, slot, false, now) === undefined;
  return {
    id: role.id,
    name: role.name,
    ...part('skill', role.skill),
    ...part('ageFloor', role.ageFloor),
    fill,
    acts: open ? [seatFor(fill) === 'placed' ? 'sign-up' : 'wait'] : [],
  };
};

/** What the shift itself allows its leader beyond its status. */
const fits = (shift: Shift, move: ShiftMove, now: number): boolean => {
  if (move === 'end') return false;
  return move === 'cancel' || move === 'move' ? now < shiftStarts(shift) : true;
};

export const movesOf = (shift: Shift, mayLead: boolean, now: number): ShiftMove[] =>
  mayLead
    ? SHIFT_MOVES.filter((move) => nextShiftStatus(shift.status, move) !== undefined && fits(shift, move, now))
    : [];

/** Whether the words of a shift are shown: cleared, or to who leads it. */
export const seesWords = ({ wordsCheck }: Pick<Shift, 'wordsCheck'>, mayLead: boolean): boolean =>
  wordsCheck === 'clear' || mayLead;

const wordsOf = (shift: Shift, mayLead: boolean) =>
  seesWords(shift, mayLead)
    ? {
        words: shift.words,
        spot: shift.spot,
        meeting: shift.meeting,
        ...part('bring', shift.bring),
      }
    : {};

/** Why it was cancelled: words like all others, shown when they are cleared. */
const reasonOf = async (shift: Shift, mayLead: boolean): Promise<string | undefined> => {
  if (shift.cancelledReason === undefined || mayLead) return shift.cancelledReason;
  const step = (await stepsAfter('shift', shift.id)).findLast(({ kind }) => kind === 'cancelled');
  return step?.wordsCheck === 'clear' ? shift.cancelledReason : undefined;
};

/** A shift as its asker may see it; anybody may look. */
export const viewShift = async (shift: Shift, { who, now }: Viewer): Promise<ShiftView> => {
  const [team, seats, owns, volunteer] = await Promise.all([
    findTeam(shift.teamId),
    seatsOfShift(shift.id),
    Promise.all(shift.slots.map(async (slot) => (who === undefined ? undefined : ownIn(shift, slot, who.personId)))),
    who === undefined ? undefined : findVolunteer(who.personId),
  ]);
  const mayLead = team !== undefined && leads(team, who, now);
  const slots = shift.slots.map((slot, index): SlotView => {
    const own = owns[index];
    const free = own === undefined || !HOLDING.includes(own.signUp.state);
    return {
      id: slot.id,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      checkInOpensAt: checkInOpens(slot),
      roles: slot.roles.map((role) => {
        const seat = seats.find(({ slotId, roleId }) => slotId === slot.id && roleId === role.id);
        return roleView(shift, slot, role, seat, free && who !== undefined, now);
      }),
      ...part('mine', own && mineOf(shift, slot, own, now)),
    };
  });
  return {
    id: shift.id,
    number: shift.number,
    rev: shift.rev,
    status: shift.status,
    title: titleShown(shift.title, shift.wordsCheck, mayLead),
    ...wordsOf(shift, mayLead),
    wordsState: shift.wordsCheck,
    teamId: shift.teamId,
    teamName: team === undefined ? shift.teamName : titleShown(shift.teamName, team.wordsCheck, mayLead),
    kind: shift.kind,
    communityId: shift.communityId,
    placeId: shift.placeId,
    placeName: shift.placeName,
    ...part('point', shift.point),
    ...part('seriesId', shift.seriesId),
    startsAt: shiftStarts(shift),
    endsAt: shiftEnds(shift),
    opensAt: shift.opensAt,
    closesAt: shift.closesAt,
    cancelUntil: shift.cancelUntil,
    ...part('cancelledReason', await reasonOf(shift, mayLead)),
    slots,
    fill: seats.map(fillOf).reduce(addFill, NO_FILL),
    missing: missingOf(seats),
    profileNeeded: who !== undefined && volunteer === undefined,
    moves: movesOf(shift, mayLead, now),
    mayLead,
    maySignUpOthers: who !== undefined && team !== undefined && (await maySignUpOthers(shift, team, who, now)),
  };
};
