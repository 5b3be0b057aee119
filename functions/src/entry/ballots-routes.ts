import type { Bound } from '../platform/router';
import { ballotsRoutes as ownersRoutes, registersRoutes, voteLogRoutes } from '../votes/ballots-http';

/** Every route of the ballots function, all under `/api/ballots`. */
export const ballotsRoutes: readonly Bound[] = [...ownersRoutes, ...registersRoutes, ...voteLogRoutes];
