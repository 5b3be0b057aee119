import { nextShiftStatus } from '@gongyi/shared/volunteers/shift-rules';
import type { ShiftMove } from '@gongyi/shared/volunteers/shift-rules';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { ShiftView } from '@gongyi/shared/volunteers/contract';
import { makerOf } from '../people/public';
import { recordMoves } from '../platform/record-moves';
import type { MoveAsked, Plan } from '../platform/record-moves';
import type { Call } from '../platform/router';
import { keys } from '../platform/table-shape';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findShift, findTeam } from './record-store';
import type { Effect } from './record-store';
import { shiftMoves } from './shift-writes';
import { leads } from './standing';
import { viewShift } from './view-shift';

type Move = (asked: MoveAsked<ShiftMove>, call: Call, plan: Plan<Shift, Effect<Shift>>) => Promise<ShiftView | Refusal>;

/** Moves of a shift by its leaders; anybody may look at it. */
export const makeShiftMove: Move = recordMoves<Shift, ShiftMove, Effect<Shift>, ShiftView>({
  find: findShift,
  stepKey: keys.shiftStep,
  allows: (status, move) => nextShiftStatus(status, move) !== undefined,
  mayRead: async () => true,
  makerFor: async (shift, _move, call) => {
    const team = await findTeam(shift.teamId);
    if (team === undefined || !leads(team, call.who, call.now)) return undefined;
    return makerOf('leader', team.communityId, call);
  },
  writes: shiftMoves,
  view: viewShift,
});
