import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Phone } from '../people/contract';
import { WishRow, WishView } from './contract-view';
import { WishKind, WishPart } from './kinds';

const ById = z.object({ wishId: Id });
const InCompound = z.object({ compoundId: PlaceId });
const Photos = z._default(z.array(Id).check(z.maxLength(6)), []);
const WishWords = {
  kind: WishKind,
  title: text(30),
  words: text(500),
  photos: Photos,
  /** Of a private wish others see only what `shows` names. */
  private: z._default(z.boolean(), false),
  shows: z._default(z.array(WishPart).check(z.maxLength(4)), []),
};
const Seen = z.object({ rev: z.int() });

export const postWish = defineRoute({
  id: 'volunteers.post-wish',
  method: 'POST',
  path: '/compounds/{compoundId}/wishes',
  summary: 'Post a small wish (微心愿); the community verifies it first',
  access: 'wish.post',
  params: InCompound,
  query: Nothing,
  body: z.object(WishWords),
  reply: WishView,
  refusals: ['privacy-consent-needed', 'photos-unknown'],
});

export const postWishFor = defineRoute({
  id: 'volunteers.post-wish-for',
  method: 'POST',
  path: '/compounds/{compoundId}/wishes-for',
  summary: 'Staff post a wish at somebody’s word',
  access: 'wish.post-for',
  params: InCompound,
  query: Nothing,
  body: z.object({
    ...WishWords,
    wisherName: text(40),
    /** Sealed; seen only by who makes the wish come true and those above. */
    wisherPhone: z.optional(Phone),
    homeId: z.optional(PlaceId),
  }),
  reply: WishView,
  refusals: ['place-unknown', 'photos-unknown'],
});

export const listWishes = defineRoute({
  id: 'volunteers.list-wishes',
  method: 'GET',
  path: '/places/{placeId}/wishes',
  summary:
    'Wishes of a place and below: open for somebody to claim, on their way, or come true; for staff also those to verify',
  access: 'signed-in',
  params: z.object({ placeId: PlaceId }),
  query: z.extend(PageQuery, {
    /** `to-verify` and `surfaced` are for those who verify. */
    state: z._default(z.enum(['open', 'claimed', 'fulfilled', 'to-verify', 'surfaced']), 'open'),
    kind: z.optional(WishKind),
  }),
  body: Nothing,
  reply: pageOf(WishRow),
  refusals: ['cursor-invalid'],
});

export const listMyWishes = defineRoute({
  id: 'volunteers.list-my-wishes',
  method: 'GET',
  path: '/wishes/mine',
  summary: 'Wishes I posted, recorded, lead or help with, newest first',
  access: 'volunteer.own',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(WishRow),
  refusals: ['cursor-invalid'],
});

export const getWish = defineRoute({
  id: 'volunteers.get-wish',
  method: 'GET',
  path: '/wishes/{wishId}',
  summary: 'One wish with its steps, as far as the asker may see it',
  access: 'signed-in',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: WishView,
  refusals: [],
});

const MOVE = ['changed-meanwhile', 'move-not-allowed'] as const;
const base = { method: 'POST', params: ById, query: Nothing, reply: WishView } as const;

export const amendWish = defineRoute({
  ...base,
  id: 'volunteers.amend-wish',
  path: '/wishes/{wishId}/amend',
  summary: 'Word a wish anew; it is verified again',
  access: 'wish.own',
  body: z.object({ rev: z.int(), ...WishWords }),
  refusals: [...MOVE, 'photos-unknown'],
});

export const withdrawWish = defineRoute({
  ...base,
  id: 'volunteers.withdraw-wish',
  path: '/wishes/{wishId}/withdraw',
  summary: 'Take a wish back before anybody claims it',
  access: 'wish.own',
  body: Seen,
  refusals: MOVE,
});

export const verifyWish = defineRoute({
  ...base,
  id: 'volunteers.verify-wish',
  path: '/wishes/{wishId}/verify',
  summary: 'The community has looked into it: others may make it come true',
  access: 'wish.verify',
  body: Seen,
  refusals: [...MOVE, 'content-unchecked', 'own-wish'],
});

export const returnWish = defineRoute({
  ...base,
  id: 'volunteers.return-wish',
  path: '/wishes/{wishId}/return',
  summary: 'Give a wish back with the reason',
  access: 'wish.verify',
  body: z.object({ rev: z.int(), reason: text(200) }),
  refusals: MOVE,
});

export const claimWish = defineRoute({
  ...base,
  id: 'volunteers.claim-wish',
  path: '/wishes/{wishId}/claim',
  summary: 'Promise to make it come true: for oneself, for a team one leads, for a unit one works in',
  access: 'wish.claim',
  body: z.object({ rev: z.int(), teamId: z.optional(Id), organisationId: z.optional(Id) }),
  refusals: [...MOVE, 'own-wish', 'not-yours-to-claim-for', 'privacy-consent-needed'],
});

export const releaseWish = defineRoute({
  ...base,
  id: 'volunteers.release-wish',
  path: '/wishes/{wishId}/release',
  summary: 'The lead gives it up, with the reason; it is open again',
  access: 'wish.carry',
  body: z.object({ rev: z.int(), reason: text(200) }),
  refusals: MOVE,
});

export const helpWish = defineRoute({
  ...base,
  id: 'volunteers.help-wish',
  path: '/wishes/{wishId}/help',
  summary: 'Help the lead',
  access: 'wish.claim',
  body: Seen,
  refusals: [...MOVE, 'own-wish', 'already-helping', 'helpers-full', 'privacy-consent-needed'],
});

export const stopHelpingWish = defineRoute({
  ...base,
  id: 'volunteers.stop-helping-wish',
  path: '/wishes/{wishId}/stop-helping',
  summary: 'Help no longer',
  access: 'wish.carry',
  body: Seen,
  refusals: MOVE,
});

export const progressWish = defineRoute({
  ...base,
  id: 'volunteers.progress-wish',
  path: '/wishes/{wishId}/progress',
  summary: 'Say how far it is',
  access: 'wish.carry',
  body: z.object({ rev: z.int(), words: text(300), photos: Photos }),
  refusals: [...MOVE, 'photos-unknown'],
});

export const fulfilWish = defineRoute({
  ...base,
  id: 'volunteers.fulfil-wish',
  path: '/wishes/{wishId}/fulfil',
  summary: 'It has come true, with a photo',
  access: 'wish.carry',
  body: z.object({ rev: z.int(), words: text(300), photos: Photos }),
  refusals: [...MOVE, 'photos-unknown', 'proof-needed'],
});

export const thankForWish = defineRoute({
  ...base,
  id: 'volunteers.thank-for-wish',
  path: '/wishes/{wishId}/thank',
  summary: 'A note of thanks; staff write it down at the wisher’s word',
  access: 'wish.own',
  body: z.object({ rev: z.int(), words: text(300) }),
  refusals: MOVE,
});

export const closeWish = defineRoute({
  ...base,
  id: 'volunteers.close-wish',
  path: '/wishes/{wishId}/close',
  summary: 'The community closes what cannot come true, with the reason',
  access: 'wish.verify',
  body: z.object({ rev: z.int(), reason: text(200) }),
  refusals: MOVE,
});

export const seeWishContact = defineRoute({
  id: 'volunteers.see-wish-contact',
  method: 'POST',
  path: '/wishes/{wishId}/contact',
  summary: 'How to reach the wisher, for the lead and the community; every look is logged for the wisher to read',
  access: 'wish.see-contact',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ name: z.string(), phone: z.string() }),
  refusals: ['contact-not-given'],
});
