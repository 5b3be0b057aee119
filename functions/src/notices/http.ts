import {
  addSubscriptions as addSubscriptionsRoute,
  listNotices as listNoticesRoute,
  listSubscriptions as listSubscriptionsRoute,
  readNotices as readNoticesRoute,
} from '@gongyi/shared/notices/contract';
import { on } from '../platform/router';
import type { Bound } from '../platform/router';
import { addSubscriptions } from './add-subscriptions';
import { listNotices } from './list-notices';
import { listSubscriptions } from './list-subscriptions';
import { readNotices } from './read-notices';

export const noticesRoutes: readonly Bound[] = [
  on(listNoticesRoute, listNotices),
  on(readNoticesRoute, readNotices),
  on(listSubscriptionsRoute, listSubscriptions),
  on(addSubscriptionsRoute, addSubscriptions),
];
