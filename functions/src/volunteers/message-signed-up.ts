import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import type { Roster, messageSignedUp as route } from '@gongyi/shared/volunteers/contract';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { findSlot } from './enter-sign-up';
import { makeShiftMove } from './make-shift-move';
import { findShift, findTeam, stepsAfter } from './record-store';
import { leads } from './standing';
import { viewRoster } from './view-roster';

const MOST_AN_HOUR = 10;

/** Writes to everybody signed up, without knowing their numbers; it is told once the words are cleared. */
export const messageSignedUp = async (
  { params: { shiftId }, body: { words, slotId } }: RouteInput<typeof route>,
  call: Call,
): Promise<Roster | Refusal> => {
  const shift = await findShift(shiftId);
  const team = shift && (await findTeam(shift.teamId));
  if (shift === undefined || team === undefined || !leads(team, call.who, call.now)) return refuse('not-found');
  if (slotId !== undefined && findSlot(shift, slotId) === undefined) return refuse('role-unknown');
  const written = async (): Promise<boolean | Refusal> => {
    const own = (await stepsAfter('shift', shiftId)).find(({ op }) => op === call.op);
    if (own === undefined) return false;
    return own.opHash === call.opHash ? true : refuse('key-reused');
  };
  const moved = await makeShiftMove({ move: 'message', id: shiftId, written }, call, async () => {
    const spent = await spendAttempt(
      call.who.personId,
      `message.${shiftId}`,
      MOST_AN_HOUR,
      HOUR,
      call.now,
      tryOf(call),
    );
    if (spent !== undefined) return spent;
    const facts = slotId === undefined ? {} : { slotId };
    return { effect: { changes: {}, event: { kind: 'message', words, facts } } };
  });
  return isRefusal(moved) ? moved : viewRoster(shift, call);
};
