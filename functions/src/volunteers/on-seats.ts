import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { seatsOf } from './seat-store';
import { promoteWaiting } from './sign-up-store';

/** A place became free while somebody waits: whoever freed it offers it at once, and this sees to it that it happens. */
export const onSeats: Reaction = {
  name: 'volunteers/promote-waiting',
  async on({ pk, sk, new: item }) {
    if (!pk.startsWith(PREFIX.shift) || !sk.startsWith('SEATS#') || item === undefined) return;
    const seats = seatsOf(item);
    if (seats.waiting > 0 && seats.held < seats.places) await promoteWaiting(seats, Date.now());
  },
};
