import { getOverview as overviewRoute } from '@gongyi/shared/command/contract';
import { openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { getOverview } from './get-overview';

/** Contract → use case. */
export const commandRoutes: readonly Bound[] = [openTo(overviewRoute, getOverview)];
