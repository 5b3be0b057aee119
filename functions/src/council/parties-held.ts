import { speaksAs } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { Identity } from '@gongyi/shared/people/role';
import { partiesOf } from './standing';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

/** The parties whose seats somebody's bodies hold: a body that holds two answers for the work of both. */
export const partiesHeld = ({ who, now }: Viewer, compoundId: string, seats: readonly Seat[]): Party[] => {
  const speaking = partiesOf(who, compoundId, seats, now);
  return PARTIES.filter((party) => speaking.includes(speaksAs(seats, party)));
};
