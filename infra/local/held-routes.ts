import { allRoutes } from '@gongyi/functions/entry/all-routes';
import type { Route } from '@gongyi/shared/kernel/define-route';

/**
 * Routes that the matrix and the fuzz hold. Of the two newest slices the cells, probes and recipes are written,
 * and have not all been run yet: `NEWEST=1` holds these routes too.
 */
const PREFIXES = ['votes.', 'ballots.', 'committee-votes.', 'repairs.', 'volunteers.'] as const;
export const holdsNewest = process.env['NEWEST'] === '1';

export const isHeld = (routeId: string): boolean =>
  holdsNewest || !PREFIXES.some((prefix) => routeId.startsWith(prefix));
export const heldRoutes: readonly Route[] = allRoutes.map(({ route }) => route).filter(({ id }) => isHeld(id));
