import { placeKind, within } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { numberOf } from '@gongyi/shared/kernel/number';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { bindingCounts } from '@gongyi/shared/people/role';
import type { WishView, postWish as route, postWishFor as forRoute } from '@gongyi/shared/volunteers/contract';
import type { Wish } from '@gongyi/shared/volunteers/wish';
import { findGridOf, findPlace, findPlaceWithPath, shortNameOf } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import { makerOf, maskName } from '../people/public';
import type { Maker } from '../platform/record-item';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { UNBEGUN, beginWrites, findWish, stepsAfter } from './record-store';
import { mayInGrid } from './standing';
import { viewWish } from './view-wish';
import { sealWishContact } from './wish-contact-store';

export const wishText = ({ title, words }: Pick<Wish, 'title' | 'words'>): string => `${title}\n${words}`;

type Words = Omit<RouteInput<typeof route>['body'], never>;
interface Draft extends Words {
  readonly compoundId: string;
  readonly homeId: string | undefined;
}
type Whose = Pick<Wish, 'wisherName'> & Partial<Pick<Wish, 'wisherId' | 'recordedById'>>;

const writeWish = async (
  draft: Draft,
  whose: Whose,
  maker: Maker,
  call: Call,
  contactSealed: string | undefined,
): Promise<WishView | Refusal> => {
  const { now, op, opHash, who } = call;
  const { compoundId, homeId, kind, title, words, shows } = draft;
  const compound = await findPlace(compoundId);
  if (compound === undefined || placeKind(compoundId) !== 'compound') return refuse('place-unknown');
  const [home, gridId] = await Promise.all([
    homeId === undefined ? undefined : findPlaceWithPath(homeId),
    findGridOf(homeId ?? compoundId),
  ]);
  if (homeId !== undefined && (home === undefined || !within(homeId, compoundId))) return refuse('place-unknown');
  const photos = [...new Set(draft.photos)];
  const unknown = photos.length === 0 ? undefined : await requireOwnPhotos(photos, who.personId, op, now);
  if (unknown !== undefined) return unknown;
  const wish: Wish = {
    ...UNBEGUN,
    id: op,
    number: numberOf(op, now),
    status: 'posted',
    kind,
    title,
    words,
    wordsCheck: 'pending',
    photos,
    compoundId,
    compoundName: compound.name,
    ...(gridId === undefined ? {} : { gridId }),
    ...(home === undefined ? {} : { homeId: home.place.id, homeName: shortNameOf(home) }),
    ...whose,
    private: draft.private,
    shows: draft.private ? [...new Set(shows)] : [],
    postedAt: now,
    since: now,
    helpers: [],
  };
  const begun = { kind: 'posted', words: wishText(wish), photos };
  const writes = beginWrites('wish', { ...wish, ...(contactSealed === undefined ? {} : { contactSealed }) }, begun, {
    maker,
    op,
    opHash,
    now,
  });
  const { done } = await writeTogether(writes);
  const stored = await findWish(op);
  if (stored === undefined) throw new Error('a wish was not written');
  if (!done && (await stepsAfter('wish', op))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewWish(stored, call);
};

/** Posts a wish of one's own, from one's home in the compound. */
export const postWish = async (
  { params: { compoundId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<WishView | Refusal> => {
  const { who, now } = call;
  if (!may(who, 'wish.post', { placeId: compoundId }, now)) return refuse('not-found');
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const home = who.homes.find((binding) => within(binding.homeId, compoundId) && bindingCounts(binding, now));
  const signed = await makerOf('resident', compoundId, call);
  const maker = { ...signed, as: 'wisher' };
  const whose = { wisherId: who.personId, wisherName: signed.name };
  return writeWish({ ...body, compoundId, homeId: home?.homeId }, whose, maker, call, undefined);
};

/** Staff post a wish at somebody's word; who wished is named, and reached, as they said. */
export const postWishFor = async (
  { params: { compoundId }, body }: RouteInput<typeof forRoute>,
  call: Call,
): Promise<WishView | Refusal> => {
  const { who, now, op } = call;
  const at = body.homeId !== undefined && within(body.homeId, compoundId) ? body.homeId : compoundId;
  if (!(await mayInGrid(who, 'wish.post-for', { placeId: at }, now))) return refuse('not-found');
  const { wisherName, wisherPhone, homeId, ...words } = body;
  const sealed =
    wisherPhone === undefined ? undefined : await sealWishContact(op, { name: wisherName, phone: wisherPhone });
  const maker = await makerOf('recorder', compoundId, call);
  const whose = { recordedById: who.personId, wisherName: maskName(wisherName) };
  return writeWish({ ...words, compoundId, homeId }, whose, maker, call, sealed);
};
