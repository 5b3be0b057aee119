import type { Organisation } from '@gongyi/shared/district/organisation';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { changeOrganisationOnce, findOrganisation } from './organisation-store';

const MOST_SERVED = 60;

const write = async (before: Organisation, servesPlaceIds: string[], op: string): Promise<Refusal | undefined> =>
  (await changeOrganisationOnce(before, { ...before, servesPlaceIds }, op)) ? undefined : refuse('changed-meanwhile');

/**
 * One organisation takes over a place from another: it serves it, then the other no longer does, and with that its
 * people have no standing there. Safe to run again.
 */
export const moveService = async (
  placeId: string,
  fromId: string,
  toId: string,
  op: string,
): Promise<Refusal | undefined> => {
  const [from, to] = await Promise.all([findOrganisation(fromId), findOrganisation(toId)]);
  if (from === undefined || to === undefined) return refuse('organisation-unknown');
  if (!to.servesPlaceIds.includes(placeId)) {
    if (to.servesPlaceIds.length >= MOST_SERVED) return refuse('organisation-unknown', { most: MOST_SERVED });
    const refused = await write(to, [...to.servesPlaceIds, placeId], op);
    if (refused !== undefined) return refused;
  }
  if (!from.servesPlaceIds.includes(placeId)) return undefined;
  return write(
    from,
    from.servesPlaceIds.filter((id) => id !== placeId),
    op,
  );
};
