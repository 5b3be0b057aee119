import type { Reaction } from '../platform/reaction';
import { callOffSignUps, carrySignUps } from './carry-sign-ups';
import { findShift, recordKey } from './record-store';

/**
 * A shift was cancelled or moved: its sign-ups follow. A sign-up whose line the stream had not brought yet is carried
 * by that line's own coming (`onLateLines`).
 */
export const onShiftChanged: Reaction = {
  name: 'volunteers/shift-changed',
  async on({ pk, sk, new: item }) {
    const key = recordKey(pk, sk);
    if (key?.kind !== 'shift' || !key.step) return;
    const kind = item?.['kind'];
    if (kind !== 'cancelled' && kind !== 'moved') return;
    const shift = await findShift(key.id);
    if (shift === undefined) return;
    if (shift.status === 'cancelled') await callOffSignUps(shift, Date.now());
    else await carrySignUps(shift, Date.now());
  },
};

/** A line that came while its shift was being cancelled or moved. */
export const onLateLines: Reaction = {
  name: 'volunteers/late-lines',
  async on({ pk, sk, old, new: item }) {
    if (!sk.startsWith('UP#') || old !== undefined || item === undefined) return;
    const shift = await findShift(pk.slice(pk.indexOf('#') + 1));
    if (shift === undefined) return;
    if (shift.status === 'cancelled') await callOffSignUps(shift, Date.now());
    else if (shift.slots.some(({ movedFrom }) => movedFrom !== undefined)) await carrySignUps(shift, Date.now());
  },
};
