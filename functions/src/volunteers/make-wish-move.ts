import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { WishView } from '@gongyi/shared/volunteers/contract';
import type { Wish } from '@gongyi/shared/volunteers/wish';
import { WISH_MOVE_ACTION, nextWishStatus } from '@gongyi/shared/volunteers/wish-rules';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';
import { makerOf } from '../people/public';
import { recordMoves } from '../platform/record-moves';
import type { MoveAsked, Plan } from '../platform/record-moves';
import type { Maker } from '../platform/record-item';
import type { Call } from '../platform/router';
import { keys } from '../platform/table-shape';
import { findWish, moveWrites } from './record-store';
import type { Effect } from './record-store';
import { viewWish } from './view-wish';
import { mayMove, sees } from './wish-standing';

/** As what somebody makes a move of a wish. */
const actsAs = (wish: Wish, move: WishMove, personId: string): string => {
  if (WISH_MOVE_ACTION[move] === 'wish.verify') return 'community';
  if (WISH_MOVE_ACTION[move] === 'wish.own') return wish.wisherId === personId ? 'wisher' : 'recorder';
  return move === 'claim' || wish.lead?.personId === personId ? 'lead' : 'helper';
};

const makerFor = async (wish: Wish, move: WishMove, call: Call): Promise<Maker | undefined> => {
  if (!mayMove(wish, move, call.who, call.now) || !sees(wish, call.who, call.now)) return undefined;
  const as = actsAs(wish, move, call.who.personId);
  if (as !== 'wisher') return makerOf(as, wish.compoundId, call);
  return { ...(await makerOf('resident', wish.compoundId, call)), as };
};

type Move = (asked: MoveAsked<WishMove>, call: Call, plan: Plan<Wish, Effect<Wish>>) => Promise<WishView | Refusal>;

export const makeWishMove: Move = recordMoves<Wish, WishMove, Effect<Wish>, WishView>({
  find: findWish,
  stepKey: keys.wishStep,
  allows: (status, move) => nextWishStatus(status, move) !== undefined,
  mayRead: async (wish, call) => sees(wish, call.who, call.now),
  makerFor,
  writes: moveWrites<Wish>('wish'),
  view: viewWish,
});
