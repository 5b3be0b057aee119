import { officesOf, seatsOf, speaksAs } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { Subject } from '@gongyi/shared/kernel/authority';
import { inTerm } from '@gongyi/shared/people/role';
import type { Identity } from '@gongyi/shared/people/role';
import { serving } from '../district/public';

/** The four seats of a compound as its organisations stand now. */
export const seatsIn = async (compoundId: string): Promise<Seat[]> => seatsOf(await serving(compoundId));

export type CouncilSubject = Subject & { readonly placeId: string };

/** A compound's council as authority sees it; `own` is what the asker has a part in themself. */
export const councilSubject = (compoundId: string, seats: readonly Seat[], personId?: string): CouncilSubject => ({
  placeId: compoundId,
  organisationIds: seats.flatMap(({ bodyId }) => bodyId ?? []),
  ...(personId === undefined ? {} : { personId }),
});

/** The parties for which somebody may speak in a compound, each under the body that holds the seat. */
export const partiesOf = ({ grants }: Identity, compoundId: string, seats: readonly Seat[], now: number): Party[] => {
  const held = grants.filter((grant) => inTerm(grant, now));
  const speaking = [...new Set(PARTIES.map((party) => speaksAs(seats, party)))];
  return speaking.filter((party) =>
    officesOf(seats, party, compoundId).some(({ scopeId, roles }) =>
      held.some(
        ({ role, placeId = '', organisationId = placeId }) => organisationId === scopeId && roles.includes(role),
      ),
    ),
  );
};
