import type { OrganisationCard } from '@gongyi/shared/district/contract';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { PartySeat } from '@gongyi/shared/command/contract';
import { openCounts, promises } from '../requests/public';

const DAYS = 90;

/** Who sits for a party: its own organisation; without a property company the street property office. */
const seatHolder = (serving: readonly OrganisationCard[], party: Party): OrganisationCard | undefined =>
  serving.find(({ kind }) => kind === party) ??
  (party === 'property-company' ? serving.find(({ kind }) => kind === 'street-property-office') : undefined);

const seatOf = async (serving: readonly OrganisationCard[], party: Party, now: number): Promise<PartySeat> => {
  const organisation = seatHolder(serving, party);
  if (organisation === undefined) return { party, kept: 0, due: 0, open: 0, overdue: 0 };
  const [counts, kept] = await Promise.all([openCounts(organisation.id), promises(organisation.id, DAYS, now)]);
  return { party, organisation, ...counts, ...kept };
};

/** The table of four: each party's promises of 90 days and what it has in hand. */
export const seatsOf = (serving: readonly OrganisationCard[], now: number): Promise<PartySeat[]> =>
  Promise.all(PARTIES.map((party) => seatOf(serving, party, now)));
