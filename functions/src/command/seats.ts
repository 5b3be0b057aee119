import type { PartySeat } from '@gongyi/shared/command/contract';
import { seatsOf } from '@gongyi/shared/council/seats';
import type { OrganisationCard } from '@gongyi/shared/district/contract';
import { tasksInHand } from '../council/public';
import { openCounts, promises } from '../requests/public';

const DAYS = 90;

/** Service requests of the body that holds a seat. */
const requestsOf = async (organisation: OrganisationCard | undefined, now: number) => {
  if (organisation === undefined) return { kept: 0, due: 0, open: 0, overdue: 0 };
  const [counts, kept] = await Promise.all([openCounts(organisation.id), promises(organisation.id, DAYS, now)]);
  return { organisation, ...counts, ...kept };
};

/** The table of four as the council seats it: each party's promises of 90 days and what it has in hand. */
export const partySeats = async (
  compoundId: string,
  serving: readonly OrganisationCard[],
  now: number,
): Promise<PartySeat[]> => {
  const seats = seatsOf(serving);
  const tasks = tasksInHand(compoundId, seats, now);
  return Promise.all(
    seats.map(async ({ party, bodyId, standIn }) => {
      const holder = serving.find(({ id }) => id === bodyId);
      const [requests, tasksOf] = await Promise.all([requestsOf(holder, now), tasks]);
      return { party, standIn, ...requests, tasks: tasksOf(party) };
    }),
  );
};
