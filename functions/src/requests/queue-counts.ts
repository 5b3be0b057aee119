import { DAY } from '@gongyi/shared/kernel/time';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { queueItems } from './queue-store';

/** "Due soon" on a desk: within a day. */
export const dueSoonUntil = (now: number): number => now + DAY;

export interface QueueCounts {
  readonly fresh: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly paused: number;
  readonly open: number;
}
const FRESH: readonly RequestView['status'][] = ['submitted', 'passed-on', 'half-fixed', 'reopened'];

export const queueCounts = async (organisationId: string, now: number): Promise<QueueCounts> => {
  const counts = { fresh: 0, dueSoon: 0, overdue: 0, paused: 0, open: 0 };
  const { requests } = await queueItems({ organisationId, limit: 500, after: undefined });
  for (const request of requests) {
    counts.open += 1;
    if (FRESH.includes(request.status)) counts.fresh += 1;
    if (request.status === 'paused') counts.paused += 1;
    else if (request.overdueSince !== undefined || request.dueAt <= now) counts.overdue += 1;
    else if (request.dueAt <= dueSoonUntil(now)) counts.dueSoon += 1;
  }
  return counts;
};
