import * as z from 'zod/mini';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { Me } from '@gongyi/shared/people/contract';
import type { VoteView } from '@gongyi/shared/votes/contract-view';

/** A nomination as far as it is written; kept on this device. */
export const NominationDraft = z.object({
  matterId: z.optional(z.string()),
  by: z.optional(z.enum(['self', 'owners'])),
  name: z.string(),
  homeId: z.optional(z.string()),
  homeName: z.optional(z.string()),
  about: z.string(),
  key: z.string(),
});
export type NominationDraft = z.output<typeof NominationDraft>;

/** Homes in this compound by which somebody may stand for election. */
export const homesIn = (me: Me | undefined, compoundId: string) =>
  (me?.homes ?? []).filter(
    ({ state, relation, homeId }) =>
      state === 'verified' && relation === 'owner' && ancestorOf(homeId, 'compound') === compoundId,
  );

/** The elections of a vote; with one there is nothing to choose. */
export const electionsOf = ({ matterList }: VoteView) => matterList.filter(({ election }) => election !== undefined);

/** What goes to the server. Whoever nominates themself is known by name and home. */
export const nominationBody = (draft: NominationDraft, view: VoteView, me: Me | undefined) => {
  const [only, ...others] = electionsOf(view);
  const [home, ...moreHomes] = homesIn(me, view.compoundId);
  const self = draft.by === 'self';
  return {
    matterId: draft.matterId ?? (others.length === 0 ? only?.id : undefined),
    by: draft.by,
    name: self && draft.name === '' ? (me?.name ?? '') : draft.name,
    homeId: draft.homeId ?? (self && moreHomes.length === 0 ? home?.homeId : undefined),
    about: draft.about,
  };
};
