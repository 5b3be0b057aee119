import { ancestorOf } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { Subject } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { WISH_MOVE_ACTION, WISH_SHOWN, ownerFor } from '@gongyi/shared/volunteers/wish-rules';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';
import type { Wish } from '@gongyi/shared/volunteers/wish';

type Placed = Pick<Wish, 'compoundId' | 'gridId' | 'homeId'>;

/** A wish as authority sees it; `personId` where it is the asker's own for what they want to do. */
const subjectOf = ({ compoundId, gridId, homeId }: Placed, personId?: string): Subject => ({
  placeId: homeId ?? compoundId,
  ...(gridId === undefined ? {} : { gridId }),
  ...(personId === undefined ? {} : { personId }),
});

export const mayMove = (wish: Wish, move: WishMove, who: Identity, now: number): boolean =>
  may(who, WISH_MOVE_ACTION[move], subjectOf(wish, ownerFor(wish, move, who.personId)), now);

/** Whoever has a part in it: the wisher, who recorded it, the lead, the helpers. */
export const takesPart = (
  { wisherId, recordedById, lead, helpers }: Pick<Wish, 'wisherId' | 'recordedById' | 'lead' | 'helpers'>,
  personId: string,
): boolean => [wisherId, recordedById, lead?.personId, ...helpers.map((helper) => helper.personId)].includes(personId);

type Seen = Placed & Pick<Wish, 'wisherId' | 'recordedById' | 'lead' | 'helpers'>;

/** Everything of it: whoever has a part, and those above. */
export const seesAll = (wish: Seen, who: Identity, now: number): boolean =>
  may(who, 'wish.read-private', subjectOf(wish, takesPart(wish, who.personId) ? who.personId : undefined), now);

/** That it is there: everybody signed in once it is verified; before that, and when it came to nothing, its own. */
export const sees = (wish: Seen & Pick<Wish, 'status'>, who: Identity, now: number): boolean =>
  WISH_SHOWN.includes(wish.status) || seesAll(wish, who, now);

/** Who may ask how to reach the wisher: the lead while at it, and those above. */
export const seesContact = (wish: Wish, who: Identity, now: number): boolean => {
  const leads = wish.status === 'claimed' && wish.lead?.personId === who.personId;
  return may(who, 'wish.see-contact', subjectOf(wish, leads ? who.personId : undefined), now);
};

export const verifiesAt = (placeId: string, gridId: string | undefined, who: Identity, now: number): boolean =>
  may(who, 'wish.verify', { placeId, ...(gridId === undefined ? {} : { gridId }) }, now);

export const communityOf = ({ compoundId }: Pick<Wish, 'compoundId'>): string =>
  ancestorOf(compoundId, 'community') ?? compoundId;
