import { MOST_SERVED } from '@gongyi/shared/district/organisation';
import type { Organisation } from '@gongyi/shared/district/organisation';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { changeOrganisationOnce, findOrganisation } from './organisation-store';

const write = async (before: Organisation, servesPlaceIds: string[], op: string): Promise<Refusal | undefined> =>
  (await changeOrganisationOnce(before, { ...before, servesPlaceIds }, op)) ? undefined : refuse('changed-meanwhile');

/** Both as they are now, if the one may take the place over from the other. */
const bothNow = async (
  placeId: string,
  fromId: string,
  toId: string,
): Promise<{ readonly from: Organisation; readonly to: Organisation } | Refusal> => {
  const [from, to] = await Promise.all([findOrganisation(fromId), findOrganisation(toId)]);
  if (from === undefined || to === undefined) return refuse('organisation-unknown');
  const full = !to.servesPlaceIds.includes(placeId) && to.servesPlaceIds.length >= MOST_SERVED;
  return full ? refuse('serves-too-many', { most: MOST_SERVED }) : { from, to };
};

/** What would keep a place from being taken over, for who must know it before they begin. */
export const whyNotMoved = async (placeId: string, fromId: string, toId: string): Promise<Refusal | undefined> => {
  const both = await bothNow(placeId, fromId, toId);
  return isRefusal(both) ? both : undefined;
};

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
  const both = await bothNow(placeId, fromId, toId);
  if (isRefusal(both)) return both;
  const { from, to } = both;
  if (!to.servesPlaceIds.includes(placeId)) {
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
