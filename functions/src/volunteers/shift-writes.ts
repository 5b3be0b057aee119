import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { Doing } from '../platform/record-steps';
import type { TransactItem } from '../platform/table';
import { beginWrites, moveWrites } from './record-store';
import type { Effect } from './record-store';
import { newSeats } from './seat-store';
import { newSlotClocks } from './slot-clock-store';

/** All that is written of a shift, in the order people read it: it is checked together. */
export const shiftText = ({
  title,
  words,
  spot,
  meeting,
  bring,
}: Pick<Shift, 'title' | 'words' | 'spot' | 'meeting' | 'bring'>): string =>
  [title, words, spot, meeting, bring].filter((part) => part !== undefined).join('\n');

/** A new shift with its places and the clocks of its slots: at most 45 writes. */
export const shiftBegins = (shift: Shift, doing: Doing, cleared = false): TransactItem[] => [
  ...beginWrites('shift', shift, { kind: 'made', words: shiftText(shift) }, doing, { cleared }),
  ...newSeats(shift),
  ...newSlotClocks(shift, doing.now),
];

export const shiftMoves: (before: Shift, effect: Effect<Shift>, doing: Doing) => TransactItem[] =
  moveWrites<Shift>('shift');
