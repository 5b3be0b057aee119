import type { Request } from '@gongyi/shared/requests/request';
import { TABLE_SHAPE, keys, sortable } from '../platform/table-shape';
import { queryPage } from '../platform/table';
import { requestOf } from './request-item';

const [QUEUE] = TABLE_SHAPE.indexes;

export interface QueueAsk {
  readonly organisationId: string;
  /** Due times, both included. */
  readonly from?: number;
  readonly until?: number;
  readonly limit: number;
  readonly after: Record<string, unknown> | undefined;
}

const LAST = 999_999_999_999_999;

/** Open work of an organisation by due time, one page. */
export const queueItems = async ({ organisationId, from = 0, until = LAST, limit, after }: QueueAsk) => {
  const page = await queryPage({
    pk: keys.queueOf(organisationId),
    index: QUEUE,
    between: [sortable(from), `${sortable(until)}#~`],
    limit,
    after,
  });
  return { requests: page.items.map(requestOf), lastKey: page.lastKey };
};

/** Where to go on after one item of the queue. */
export const queueKeyOf = (request: Request): Record<string, unknown> => ({
  ...keys.request(request.id),
  ...keys.queue(request.holderId, request.dueAt, request.id),
});
