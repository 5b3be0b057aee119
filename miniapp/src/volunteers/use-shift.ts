import { getShift } from '@gongyi/shared/volunteers/contract-shifts';
import type { ShiftView, SlotView } from '@gongyi/shared/volunteers/contract-view';
import { useLoad, useMoves } from '../platform';

type Mine = NonNullable<SlotView['mine']>;
export interface MySlot {
  readonly slot: SlotView;
  readonly mine: Mine;
}
export interface OpenRole {
  readonly slot: SlotView;
  readonly role: SlotView['roles'][number];
}

/** A shift and the moves on it: every reply is the shift as it is now. */
export const useShift = (shiftId: string | undefined) =>
  useMoves(useLoad(getShift, shiftId === undefined ? undefined : { params: { shiftId } }));
export type ShiftDesk = ReturnType<typeof useShift>;

export const mySlots = (view: ShiftView): MySlot[] =>
  view.slots.flatMap((slot) => (slot.mine === undefined ? [] : [{ slot, mine: slot.mine }]));

/** Roles that are open to the asker: a place, or its waitlist. */
export const openRoles = (view: ShiftView): OpenRole[] =>
  view.slots.flatMap((slot) => slot.roles.filter(({ acts }) => acts.length > 0).map((role) => ({ slot, role })));

/** What the one button at the bottom does: what waits for the person first, then what they came for. */
export const shiftStep = (
  view: ShiftView,
): (MySlot & { readonly act: 'take' | 'check-in' | 'check-out' }) | 'sign-up' | undefined => {
  const own = mySlots(view);
  for (const act of ['take', 'check-in', 'check-out'] as const) {
    const found = own.find(({ mine }) => mine.acts.includes(act));
    if (found !== undefined) return { ...found, act };
  }
  return openRoles(view).length > 0 || (view.profileNeeded && view.status === 'open') ? 'sign-up' : undefined;
};

const PAGE = 'volunteers/pages/shift/index';

/** What the QR code on the leader's screen says: the shift's own page with the code, so that any scanner leads there. */
export const checkInAddress = (origin: string, shiftId: string, code: string): string =>
  `${origin}/${PAGE}?id=${encodeURIComponent(shiftId)}&code=${encodeURIComponent(code)}`;
