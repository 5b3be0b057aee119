import type { Action } from '../kernel/authority';
import type { WishPart, WishStatus } from './kinds';
import type { Wish } from './wish';

export const WISH_MOVES = [
  'amend',
  'withdraw',
  'verify',
  'return',
  'claim',
  'release',
  'help',
  'stop-helping',
  'progress',
  'fulfil',
  'thank',
  'close',
] as const;
export type WishMove = (typeof WISH_MOVES)[number];

/**
 * The life of a wish. One table: screens show buttons by it, the server refuses by it, and the write repeats it as
 * a condition. `same` keeps the status.
 */
export const WISH_LIFECYCLE = {
  posted: { amend: 'same', withdraw: 'withdrawn', verify: 'open', return: 'returned' },
  returned: { amend: 'posted', withdraw: 'withdrawn' },
  open: { claim: 'claimed', withdraw: 'withdrawn', close: 'closed' },
  claimed: {
    release: 'open',
    help: 'same',
    'stop-helping': 'same',
    progress: 'same',
    fulfil: 'fulfilled',
    close: 'closed',
  },
  fulfilled: { thank: 'same' },
  closed: {},
  withdrawn: {},
} as const satisfies Record<WishStatus, Partial<Record<WishMove, WishStatus | 'same'>>>;

export const nextWishStatus = (status: WishStatus, move: WishMove): WishStatus | undefined => {
  const moves: Partial<Record<WishMove, WishStatus | 'same'>> = WISH_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

/** Who makes each move, as authority sees it: `own` is the wisher's or recorder's, the lead's, or the helper's. */
export const WISH_MOVE_ACTION = {
  amend: 'wish.own',
  withdraw: 'wish.own',
  verify: 'wish.verify',
  return: 'wish.verify',
  claim: 'wish.claim',
  release: 'wish.carry',
  help: 'wish.claim',
  'stop-helping': 'wish.carry',
  progress: 'wish.carry',
  fulfil: 'wish.carry',
  thank: 'wish.own',
  close: 'wish.verify',
} as const satisfies Record<WishMove, Action>;

/** Whose own a wish is for a move: the asker's id where it is theirs. */
export const ownerFor = (wish: Wish, move: WishMove, personId: string): string | undefined => {
  const isWisher = wish.wisherId === personId || wish.recordedById === personId;
  const isLead = wish.lead?.personId === personId;
  const isHelper = wish.helpers.some((helper) => helper.personId === personId);
  const own = {
    amend: isWisher,
    withdraw: isWisher,
    thank: isWisher && wish.thankedAt === undefined,
    release: isLead,
    fulfil: isLead,
    progress: isLead || isHelper,
    'stop-helping': isHelper,
    claim: false,
    help: false,
    verify: false,
    return: false,
    close: false,
  } as const satisfies Record<WishMove, boolean>;
  return own[move] ? personId : undefined;
};

/** What the wish itself allows beyond its status. */
export const fitsWish = (wish: Wish, move: WishMove, personId: string): boolean => {
  const isWisher = wish.wisherId === personId;
  const takesPart = wish.lead?.personId === personId || wish.helpers.some((helper) => helper.personId === personId);
  if (move === 'claim') return !isWisher;
  if (move === 'help') return !isWisher && !takesPart;
  if (move === 'thank') return wish.thankedAt === undefined;
  if (move === 'verify') return wish.wordsCheck === 'clear' && !isWisher;
  return true;
};

/** Whether others see a part of it: everything of a public one, of a private one what its wisher allowed. */
export const shows = (wish: Pick<Wish, 'private' | 'shows'>, part: WishPart): boolean =>
  !wish.private || wish.shows.includes(part);

/** Statuses in which everybody signed in may find it. */
export const WISH_SHOWN: readonly WishStatus[] = ['open', 'claimed', 'fulfilled'];
