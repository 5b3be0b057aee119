import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { cancelShift as route } from '@gongyi/shared/volunteers/contract';
import { shiftStarts } from '@gongyi/shared/volunteers/shift-rules';
import type { Call } from '../platform/router';
import { makeShiftMove } from './make-shift-move';
import { closeSeats } from './seat-store';
import { stoppedSlotClock } from './slot-clock-store';

/** Cancels a shift: from this write on nobody can sign up; everybody who had is freed and told by the stream. */
export const cancelShift = ({ params: { shiftId }, body: { rev, reason } }: RouteInput<typeof route>, call: Call) =>
  makeShiftMove({ move: 'cancel', id: shiftId, rev }, call, (shift) => {
    if (call.now >= shiftStarts(shift)) return refuse('shift-begun');
    return {
      effect: {
        changes: { status: 'cancelled', cancelledReason: reason },
        event: { kind: 'cancelled', words: reason },
      },
      also: shift.slots.flatMap((slot) => [
        ...slot.roles.map(({ id: roleId }) => closeSeats({ shiftId, slotId: slot.id, roleId })),
        stoppedSlotClock(shiftId, slot.id, call.op),
      ]),
    };
  });
