import { placeKind } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type {
  WishView,
  getWish as getRoute,
  listMyWishes as mineRoute,
  listWishes as listRoute,
  seeWishContact as contactRoute,
} from '@gongyi/shared/volunteers/contract';
import { logAccess, namesOf, phoneOf } from '../people/public';
import type { Call } from '../platform/router';
import { MY_WISHES, listFor, listPage, touches, wishList } from './lists';
import { findWish } from './record-store';
import { viewWish } from './view-wish';
import { findWishContact } from './wish-contact-store';
import { ListedWish } from './wish-lists';
import { wishRow } from './wish-row';
import { sees, seesAll, seesContact, verifiesAt } from './wish-standing';

/** One wish, as far as the asker may see it. */
export const getWish = async ({ params }: RouteInput<typeof getRoute>, call: Call): Promise<WishView | Refusal> => {
  const wish = await findWish(params.wishId);
  return wish !== undefined && sees(wish, call.who, call.now) ? viewWish(wish, call) : refuse('not-found');
};

const FOR_VERIFIERS = ['to-verify', 'surfaced'];

/** Wishes of a place and below. Those to verify, and those nobody claims, are for who verifies there. */
export const listWishes = async (
  { params: { placeId }, query: { state, kind, cursor, limit } }: RouteInput<typeof listRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const inGrid = placeKind(placeId) === 'grid' ? placeId : undefined;
  if (FOR_VERIFIERS.includes(state) && !verifiesAt(placeId, inGrid, who, now)) return refuse('not-found');
  const page = await listPage(
    {
      schema: ListedWish,
      list: wishList(state),
      ownerId: listFor(placeId),
      name: `${placeId}/${kind ?? ''}`,
      cursor,
      limit,
      newestFirst: !FOR_VERIFIERS.includes(state),
      fits: (wish) =>
        (inGrid === undefined ? touches([wish.compoundId], placeId) : wish.gridId === inGrid) &&
        (kind === undefined || wish.kind === kind),
    },
    who.personId,
  );
  if (isRefusal(page)) return page;
  return {
    items: page.rows.map((wish) => wishRow(wish, who.personId, seesAll(wish, who, now))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
};

/** Wishes I posted, recorded, lead or help with. */
export const listMyWishes = async (
  { query }: RouteInput<typeof mineRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof mineRoute> | Refusal> => {
  const asked = { schema: ListedWish, list: MY_WISHES, ownerId: who.personId, newestFirst: true, ...query };
  const page = await listPage(asked, who.personId);
  if (isRefusal(page)) return page;
  return {
    items: page.rows.map((wish) => wishRow(wish, who.personId, seesAll(wish, who, now))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
};

/** How to reach the wisher. Every look is logged before the number is shown. */
export const seeWishContact = async (
  { params }: RouteInput<typeof contactRoute>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof contactRoute> | Refusal> => {
  const wish = await findWish(params.wishId);
  if (wish === undefined || !seesContact(wish, who, now)) return refuse('not-found');
  const { homeId, compoundId, gridId, wisherId, compoundName: place } = wish;
  const subject = { placeId: homeId ?? compoundId, ...(gridId === undefined ? {} : { gridId }) };
  const role = standingFor(who, 'wish.see-contact', subject, now)?.role ?? 'wish-lead';
  if (wisherId === undefined) {
    await logAccess({ personId: `wish.${wish.id}`, at: now, id: op, role, what: 'phone', place });
    return (await findWishContact(wish.id)) ?? refuse('contact-not-given');
  }
  const phone = await phoneOf(wisherId, { at: now, id: op, role, place });
  if (phone === undefined) return refuse('contact-not-given');
  return { name: (await namesOf([wisherId])).get(wisherId) ?? '', phone };
};
