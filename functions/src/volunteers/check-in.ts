import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { MINUTE } from '@gongyi/shared/kernel/time';
import type { ShiftView, checkIn as route } from '@gongyi/shared/volunteers/contract';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import { isCodeNow } from '../platform/rotating-codes';
import type { Call } from '../platform/router';
import { come, go, mayCome, mayGo } from './come-and-go';
import { findSlot } from './enter-sign-up';
import { findShift, findTeam } from './record-store';
import { viewShift } from './view-shift';

const MOST_TRIES = 10;
const WINDOW = 10 * MINUTE;

type Input = RouteInput<typeof route>;

/**
 * Comes or goes by the code on the leader's screen, at the server's time: a client's own clock counts for nothing, so
 * that a code cannot be used later than it was shown.
 */
const byCode = async (
  { params: { shiftId }, body: { slotId, code } }: Input,
  call: Call,
  what: 'in' | 'out',
): Promise<ShiftView | Refusal> => {
  const { who, now, op, opHash } = call;
  const shift = await findShift(shiftId);
  if (shift === undefined) return refuse('not-found');
  const slot = findSlot(shift, slotId);
  if (slot === undefined) return refuse('not-signed-up');
  // Who holds the screen knows its codes: what leaders take for themselves is marked as theirs.
  const isLeader = (await findTeam(shift.teamId))?.leaderIds.includes(who.personId) === true;
  const mark = isLeader ? ({ at: now, by: 'leader', byId: who.personId } as const) : ({ at: now, by: 'code' } as const);
  const presence = { volunteerId: who.personId, shift, slot, mark, op, opHash };
  const state = await (what === 'in' ? mayCome(presence) : mayGo(presence));
  if (state === 'done') return viewShift(shift, call);
  if (state !== undefined) return state;
  const spent = await spendAttempt(who.personId, `check-in.${shiftId}`, MOST_TRIES, WINDOW, now, tryOf(call));
  if (spent !== undefined) return spent;
  if (!(await isCodeNow('shift-check-in', shiftId, code, now))) return refuse('check-in-code-wrong');
  const refused = await (what === 'in' ? come(presence) : go(presence, now));
  return refused ?? viewShift(shift, call);
};

export const checkIn = (input: Input, call: Call) => byCode(input, call, 'in');
export const checkOut = (input: Input, call: Call) => byCode(input, call, 'out');
