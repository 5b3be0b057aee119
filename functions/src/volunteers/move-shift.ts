import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { moveShift as route } from '@gongyi/shared/volunteers/contract';
import { checkTimes, shiftStarts } from '@gongyi/shared/volunteers/shift-rules';
import type { Call } from '../platform/router';
import { makeShiftMove } from './make-shift-move';
import { moveSeats } from './seat-store';
import { movedSlotClock } from './slot-clock-store';

/** Moves a shift to other times. Sign-ups go along by the stream: each is told, and may be given up freely. */
export const moveShift = (
  { params: { shiftId }, body: { rev, slots, reason, ...times } }: RouteInput<typeof route>,
  call: Call,
) =>
  makeShiftMove({ move: 'move', id: shiftId, rev }, call, (shift) => {
    const { now, op } = call;
    if (now >= shiftStarts(shift)) return refuse('shift-begun');
    const moved = shift.slots.map((slot) => {
      const next = slots.find(({ id }) => id === slot.id);
      if (next === undefined || (next.startsAt === slot.startsAt && next.endsAt === slot.endsAt)) return slot;
      return { ...slot, startsAt: next.startsAt, endsAt: next.endsAt, movedFrom: slot.startsAt };
    });
    const wrong = checkTimes({ ...times, slots: moved }, now);
    if (wrong !== undefined) return wrong;
    return {
      effect: {
        changes: { slots: moved, ...times },
        event: { kind: 'moved', words: reason, facts: { startsAt: shiftStarts({ slots: moved }) } },
      },
      also: moved.flatMap((slot) => [
        ...slot.roles.map(({ id: roleId }) =>
          moveSeats({ shiftId, slotId: slot.id, roleId }, { ...times, startsAt: slot.startsAt }),
        ),
        movedSlotClock(shiftId, slot, now, op),
      ]),
    };
  });
