import * as routes from '@gongyi/shared/volunteers/contract-wishes';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';

/** The route of each move of a wish. */
export const wishMoveRoutes = {
  amend: routes.amendWish,
  withdraw: routes.withdrawWish,
  verify: routes.verifyWish,
  return: routes.returnWish,
  claim: routes.claimWish,
  release: routes.releaseWish,
  help: routes.helpWish,
  'stop-helping': routes.stopHelpingWish,
  progress: routes.progressWish,
  fulfil: routes.fulfilWish,
  thank: routes.thankForWish,
  close: routes.closeWish,
} as const satisfies Record<WishMove, unknown>;
