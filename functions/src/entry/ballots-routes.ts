import type { Bound } from '../platform/router';

/** Every route of the ballots function, all under `/api/ballots`. */
export const ballotsRoutes: readonly Bound[] = [];
