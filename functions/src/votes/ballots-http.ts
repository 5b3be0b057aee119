import * as routes from '@gongyi/shared/votes/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { castBallot } from './cast-ballot';
import { getBallotsState } from './get-ballots-state';
import { getBundle } from './get-bundle';
import { getReceipt } from './get-receipt';
import { getMyLines } from './my-lines';

/** What owners do with their ballots, and what everybody may know: contract → use case. */
export const ballotsRoutes: readonly Bound[] = [
  on(routes.getMyLines, getMyLines),
  on(routes.castBallot, castBallot),
  on(routes.getReceipt, getReceipt),
  openTo(routes.getBallotsState, getBallotsState),
  openTo(routes.getBundle, getBundle),
];
