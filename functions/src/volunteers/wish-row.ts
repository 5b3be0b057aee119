import { WISH_KIND_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { WishRow } from '@gongyi/shared/volunteers/contract';
import { shows } from '@gongyi/shared/volunteers/wish-rules';
import { part, titleShown } from './shown';
import { communityOf } from './wish-standing';
import type { ListedWish } from './wish-lists';

/** Whether its words are shown to somebody: its own people at once, others when cleared and allowed. */
export const seesWishWords = (wish: ListedWish, all: boolean, isAuthor: boolean): boolean =>
  isAuthor || (wish.wordsCheck === 'clear' && (all || shows(wish, 'words')));

const titleOf = (wish: ListedWish, all: boolean, isAuthor: boolean): string => {
  const allowed = all || shows(wish, 'words');
  return allowed ? titleShown(wish.title, wish.wordsCheck, isAuthor) : WISH_KIND_NAMES[wish.kind];
};

/** A wish as a row; `all` is for whoever may see everything of it. */
export const wishRow = (wish: ListedWish, personId: string, all: boolean): WishRow => {
  const isAuthor = wish.wisherId === personId || wish.recordedById === personId;
  const compound = all || shows(wish, 'compound');
  return {
    id: wish.id,
    number: wish.number,
    status: wish.status,
    kind: wish.kind,
    title: titleOf(wish, all, isAuthor),
    private: wish.private,
    ...part('compoundId', compound ? wish.compoundId : undefined),
    ...part('compoundName', compound ? wish.compoundName : undefined),
    communityId: communityOf(wish),
    ...part('wisherName', all || shows(wish, 'name') ? wish.wisherName : undefined),
    postedAt: wish.postedAt,
    since: wish.since,
    ...part('surfacedAt', wish.surfacedAt),
    ...part('leadName', wish.lead && (wish.lead.body ?? wish.lead.name)),
    helpers: wish.helpers.length,
    thanked: wish.thankedAt !== undefined,
  };
};
