import type { listOrganisations as route, OrganisationCard } from '@gongyi/shared/district/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { cardOf } from './organisation-card';
import { organisationsAlong } from './organisation-store';
import { findPlace } from './place-store';

/** Nearest first. One may serve both a compound and the street above it: it is named once, where it is nearest. */
export const cardsAlong = async (placeId: string): Promise<OrganisationCard[]> => {
  const cards = new Map<string, OrganisationCard>();
  for (const { organisation } of await organisationsAlong(placeId)) {
    if (!cards.has(organisation.id)) cards.set(organisation.id, cardOf(organisation));
  }
  return [...cards.values()];
};

export const listOrganisations = async ({
  params: { placeId },
}: RouteInput<typeof route>): Promise<RouteReply<typeof route> | Refusal> => {
  const [place, items] = await Promise.all([findPlace(placeId), cardsAlong(placeId)]);
  return place === undefined ? refuse('not-found') : { items };
};
