import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { changeShift as route } from '@gongyi/shared/volunteers/contract';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { Call } from '../platform/router';
import { findSlot } from './enter-sign-up';
import { makeShiftMove } from './make-shift-move';
import { findSeats, setPlaces } from './seat-store';
import { shiftText } from './shift-writes';

type Places = RouteInput<typeof route>['body']['places'];

const withPlaces = (shift: Shift, places: Places): Shift['slots'] =>
  shift.slots.map((slot) => ({
    ...slot,
    roles: slot.roles.map((role) => {
      const next = places.find(({ slotId, roleId }) => slotId === slot.id && roleId === role.id);
      return next === undefined ? role : { ...role, places: next.places };
    }),
  }));

/** Whether each role is there, and holds no more than it shall have; the write says so once more. */
const refusedPlaces = async (shift: Shift, places: Places): Promise<Refusal | undefined> => {
  for (const { slotId, roleId, places: wanted } of places) {
    if (findSlot(shift, slotId)?.roles.every(({ id }) => id !== roleId) !== false) return refuse('role-unknown');
    const seats = await findSeats({ shiftId: shift.id, slotId, roleId });
    if (seats !== undefined && seats.held > wanted) return refuse('places-held', { held: seats.held, slotId, roleId });
  }
  return undefined;
};

/** Changes the words, which are checked anew, and how many places roles have. */
export const changeShift = (
  { params: { shiftId }, body: { rev, places, ...words } }: RouteInput<typeof route>,
  call: Call,
) =>
  makeShiftMove({ move: 'change', id: shiftId, rev }, call, async (shift) => {
    const unique = [...new Map(places.map((one) => [`${one.slotId}.${one.roleId}`, one])).values()];
    const refused = await refusedPlaces(shift, unique);
    if (refused !== undefined) return refused;
    const same = shiftText(shift) === shiftText({ ...shift, bring: undefined, ...words });
    const slots = withPlaces(shift, unique);
    return {
      effect: same
        ? { changes: { slots }, event: { kind: 'changed' } }
        : {
            changes: { bring: undefined, ...words, slots },
            event: { kind: 'changed', words: shiftText({ ...shift, bring: undefined, ...words }) },
            text: true,
          },
      also: unique.map(({ slotId, roleId, places: wanted }) => setPlaces({ shiftId, slotId, roleId }, wanted)),
    };
  });
