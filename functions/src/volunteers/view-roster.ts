import type { Roster, RosterRow } from '@gongyi/shared/volunteers/contract';
import { marksOf, mayCheckIn, clockCloses, servedMinutes } from '@gongyi/shared/volunteers/attendance-rules';
import { byTurn, entererSees, listed } from '@gongyi/shared/volunteers/roster-rules';
import type { Turn } from '@gongyi/shared/volunteers/roster-rules';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { HOLDS_PLACE, nextSignUpState } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Call } from '../platform/router';
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

/** A line with its attendance: the line follows the day by a moment, who came stands here already. */
interface Entry extends Turn {
  readonly line: RosterLine;
  readonly came: StoredAttendance | undefined;
}

const placeOf = (volunteerId: string, slotId: string): string => `${slotId} ${volunteerId}`;

const entriesOf = (lines: readonly RosterLine[], attendance: readonly StoredAttendance[]): Entry[] => {
  const cameBy = new Map(attendance.map((came) => [placeOf(came.volunteerId, came.slotId), came]));
  return lines.map((line) => {
    const { slotId, roleId, ticket, state } = line.signUp;
    const came = cameBy.get(placeOf(line.volunteerId, slotId));
    return { line, came, slotId, roleId, ticket, state: came === undefined ? state : 'here' };
  });
};

const actsOf = (shift: Shift, { slotId, came, state }: Entry, now: number): RosterRow['acts'] => {
  const slot = findSlot(shift, slotId);
  const acts: RosterRow['acts'] = [];
  if (slot === undefined || shift.status !== 'open') return acts;
  if (state === 'placed' && mayCheckIn(slot, now)) acts.push('check-in');
  if (came !== undefined && came.out === undefined && now < clockCloses(slot)) acts.push('check-out');
  if (nextSignUpState(state, 'cancel') !== undefined && now < slot.startsAt) acts.push('cancel');
  return acts;
};

const rowOf = (shift: Shift, entry: Entry, named: Named | undefined, now: number): RosterRow => {
  const { came, slotId, roleId, state, ticket } = entry;
  const { volunteerId, signUp } = entry.line;
  const { answerBy, late = false, insure, byId } = signUp;
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
    state,
    ...part('ticket', ticket),
    ...part('answerBy', answerBy),
    late,
    insure,
    ...part('in', came?.in),
    ...part('out', out),
    ...part('minutes', served?.minutes),
    marks: served?.marks ?? [],
    ...part('entryId', out && servedEntryId(shift.id, slotId, volunteerId)),
    acts: actsOf(shift, entry, now),
  };
};

/**
 * The leader's list of a shift; the caller answers for the right to see it. Who may only enter others is shown whom
 * they may enter, and no messages.
 */
export const viewRoster = async (shift: Shift, call: Call, leading = true): Promise<Roster> => {
  const { now } = call;
  const [lines, came, seats, steps] = await Promise.all([
    rosterOf(shift.id),
    attendanceOfShift(shift.id),
    seatsOfShift(shift.id),
    stepsAfter('shift', shift.id),
  ]);
  const everybody = listed(entriesOf(lines, came));
  const names = await namedVolunteers(everybody.map(({ line }) => line.volunteerId));
  const recorded = ({ volunteerId }: RosterLine): boolean => names.get(volunteerId)?.recorded === true;
  const entries = everybody.filter(
    ({ line }) => leading || entererSees({ byId: line.signUp.byId, recorded: recorded(line) }, call.who.personId),
  );
  const items = entries.map((entry) => rowOf(shift, entry, names.get(entry.line.volunteerId), now));
  return {
    items: items.sort((a, b) => byTurn(a, b) || a.name.localeCompare(b.name, 'zh')),
    fill: seats.map((seat) => ({ slotId: seat.slotId, roleId: seat.roleId, ...fillOf(seat) })),
    messages: steps
      .filter(({ kind }) => leading && kind === 'message')
      .map(({ rev, at, words = '', wordsCheck = 'pending', facts }) => ({
        rev,
        at,
        words,
        wordsState: wordsCheck,
        ...part('slotId', typeof facts['slotId'] === 'string' ? facts['slotId'] : undefined),
      })),
    insured: items.filter(({ insure, state }) => insure && HOLDS_PLACE.includes(state)).length,
  };
};
