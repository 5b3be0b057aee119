import type { Roster, RosterRow } from '@gongyi/shared/volunteers/contract';
import { marksOf, mayCheckIn, clockCloses, servedMinutes } from '@gongyi/shared/volunteers/attendance-rules';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { HOLDS_TIME, nextSignUpState } from '@gongyi/shared/volunteers/sign-up-rules';
import { attendanceOfShift } from './attendance-store';
import type { StoredAttendance } from './attendance-store';
import { findSlot } from './enter-sign-up';
import { stepsAfter } from './record-store';
import { rosterOf } from './roster-store';
import type { RosterLine } from './roster-store';
import { fillOf } from './view-shift';
import { seatsOfShift } from './seat-store';
import { servedEntryId } from './served-entry';
import { part } from './shown';
import { namedVolunteers } from './volunteer-store';
import type { Named } from './volunteer-store';

const ORDER = ['here', 'placed', 'offered', 'waiting', 'cancelled', 'lapsed', 'called-off'];

const actsOf = (shift: Shift, line: RosterLine, came: StoredAttendance | undefined, now: number): RosterRow['acts'] => {
  const { slotId } = line.signUp;
  const state = came === undefined ? line.signUp.state : 'here';
  const slot = findSlot(shift, slotId);
  const acts: RosterRow['acts'] = [];
  if (slot === undefined || shift.status !== 'open') return acts;
  if (state === 'placed' && mayCheckIn(slot, now)) acts.push('check-in');
  if (came !== undefined && came.out === undefined && now < clockCloses(slot)) acts.push('check-out');
  if (nextSignUpState(state, 'cancel') !== undefined && now < slot.startsAt) acts.push('cancel');
  return acts;
};

const rowOf = (
  shift: Shift,
  line: RosterLine,
  came: StoredAttendance | undefined,
  named: Named | undefined,
  now: number,
): RosterRow => {
  const { volunteerId, signUp } = line;
  const { slotId, roleId, ticket, answerBy, late = false, insure, byId } = signUp;
  const slot = findSlot(shift, slotId);
  const out = came?.out;
  const served =
    slot && came && out
      ? { minutes: servedMinutes(slot, came.in.at, out.at), marks: marksOf(slot, came.in, out) }
      : undefined;
  return {
    volunteerId,
    name: named?.name ?? '',
    party: named?.party ?? false,
    recorded: (named?.recorded ?? false) || byId !== undefined,
    slotId,
    roleId,
    // The line follows the day by a moment; who came stands here already.
    state: came === undefined ? signUp.state : 'here',
    ...part('ticket', ticket),
    ...part('answerBy', answerBy),
    late,
    insure,
    ...part('in', came?.in),
    ...part('out', out),
    ...part('minutes', served?.minutes),
    marks: served?.marks ?? [],
    ...part('entryId', out && servedEntryId(shift.id, slotId, volunteerId)),
    acts: actsOf(shift, line, came, now),
  };
};

const byOrder = (a: RosterRow, b: RosterRow): number =>
  a.slotId.localeCompare(b.slotId) ||
  a.roleId.localeCompare(b.roleId) ||
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  (a.ticket ?? 0) - (b.ticket ?? 0) ||
  a.name.localeCompare(b.name, 'zh');

/** The leader's list of a shift; the caller answers for the right to see it. */
export const viewRoster = async (shift: Shift, { now }: { readonly now: number }): Promise<Roster> => {
  const [lines, came, seats, steps] = await Promise.all([
    rosterOf(shift.id),
    attendanceOfShift(shift.id),
    seatsOfShift(shift.id),
    stepsAfter('shift', shift.id),
  ]);
  const names = await namedVolunteers(lines.map(({ volunteerId }) => volunteerId));
  const items = lines.map((line) =>
    rowOf(
      shift,
      line,
      came.find(({ volunteerId, slotId }) => volunteerId === line.volunteerId && slotId === line.signUp.slotId),
      names.get(line.volunteerId),
      now,
    ),
  );
  return {
    items: items.sort(byOrder),
    fill: seats.map((seat) => ({ slotId: seat.slotId, roleId: seat.roleId, ...fillOf(seat) })),
    messages: steps
      .filter(({ kind }) => kind === 'message')
      .map(({ rev, at, words = '', wordsCheck = 'pending', facts }) => ({
        rev,
        at,
        words,
        wordsState: wordsCheck,
        ...part('slotId', typeof facts['slotId'] === 'string' ? facts['slotId'] : undefined),
      })),
    insured: items.filter(({ insure, state }) => insure && HOLDS_TIME.includes(state) && state !== 'waiting').length,
  };
};
