import type { SignUpState } from './kinds';
import { HOLDS_PLACE } from './sign-up-rules';

/** What decides where somebody stands on a leader's list. */
export interface Turn {
  readonly slotId: string;
  readonly roleId: string;
  readonly state: SignUpState;
  /** Their place in the order of the waitlist. */
  readonly ticket?: number | undefined;
}

const ORDER: readonly SignUpState[] = ['here', 'placed', 'offered', 'waiting', 'cancelled', 'lapsed', 'called-off'];

/** By slot and role; who is here, who comes, who waits in their order, who gave up. */
export const byTurn = (a: Turn, b: Turn): number =>
  a.slotId.localeCompare(b.slotId) ||
  a.roleId.localeCompare(b.roleId) ||
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  (a.ticket ?? 0) - (b.ticket ?? 0);

/** Who enters others without leading the shift sees whom they entered, and who has no account (`recorded`). */
export const entererSees = (
  { byId, recorded }: { readonly byId?: string | undefined; readonly recorded: boolean },
  personId: string,
): boolean => recorded || byId === personId;

/** So many of a role are listed who hold no place: the first who wait, then who gave up. */
export const LISTED_WITHOUT_PLACE = 100;

/** The list in its order, as far as a leader reads: everybody who holds a place, and the first of the others. */
export const listed = <T extends Turn>(everybody: readonly T[]): T[] => {
  const without = new Map<string, number>();
  return [...everybody].sort(byTurn).filter(({ slotId, roleId, state }) => {
    if (HOLDS_PLACE.includes(state)) return true;
    const role = `${slotId} ${roleId}`;
    const count = (without.get(role) ?? 0) + 1;
    without.set(role, count);
    return count <= LISTED_WITHOUT_PLACE;
  });
};
