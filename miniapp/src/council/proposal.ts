import * as z from 'zod/mini';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { MATTERS } from '@gongyi/shared/council/topic-matters';
import { PARTY_BODY_ROLES, PARTY_PLACE_ROLES } from '@gongyi/shared/council/seats';
import type { PROPOSE } from './topic-copy';

/** What somebody has written of a topic so far; kept as a draft on the device. */
export const ProposalDraft = z.object({
  title: z.string(),
  words: z.string(),
  spot: z.string(),
  matter: z.enum(MATTERS),
  photos: z.array(z.string()),
  asParty: z.optional(z.boolean()),
  /** One to a submission: sending it twice makes one topic. */
  key: z.string(),
});
export type ProposalDraft = z.output<typeof ProposalDraft>;

export type ProposalGap = keyof typeof PROPOSE.gaps;

/** What is still open before it can be sent, in the order of the form. */
export const proposalGaps = (
  { title, words }: Pick<ProposalDraft, 'title' | 'words'>,
  photosSending: boolean,
): ProposalGap[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(words.trim() === '' ? (['words'] as const) : []),
  ...(photosSending ? (['photos-sending'] as const) : []),
];

export const proposalBody = ({ title, words, spot, matter, photos }: ProposalDraft) => ({
  title,
  words,
  matter,
  photos: [...photos],
  ...(spot.trim() === '' ? {} : { spot }),
});

const PLACE_ROLES: readonly string[] = Object.values(PARTY_PLACE_ROLES).flat();

/** A role by which somebody may propose for one of the four parties; whether it is a party here, the server knows. */
export const partyGrant = (grants: readonly RoleGrant[]): RoleGrant | undefined =>
  grants.find(({ role, organisationId }) =>
    organisationId === undefined ? PLACE_ROLES.includes(role) : PARTY_BODY_ROLES.includes(role),
  );
