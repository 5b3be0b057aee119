import { DAY } from '@gongyi/shared/kernel/time';
import type { Request, Status } from '@gongyi/shared/requests/request';
import { inHandOf } from './figure-store';
import { queueItems } from './queue-store';

/** "Due soon" on a desk: within a day. */
export const dueSoonUntil = (now: number): number => now + DAY;
/** Waits for the desk's first word. */
export const FRESH: readonly Status[] = ['submitted', 'passed-on', 'half-fixed', 'reopened'];

export const isDueSoon = ({ status, overdueSince, dueAt }: Request, now: number): boolean =>
  status !== 'paused' && overdueSince === undefined && dueAt > now && dueAt <= dueSoonUntil(now);

export interface QueueCounts {
  readonly fresh: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly paused: number;
  readonly open: number;
}

const MOST_LOOKED = 500;

const countDueSoon = async (organisationId: string, now: number): Promise<number> => {
  const range = { from: now, until: dueSoonUntil(now) };
  const { requests } = await queueItems({ organisationId, ...range, limit: MOST_LOOKED, after: undefined });
  return requests.filter((request) => isDueSoon(request, now)).length;
};

/**
 * An organisation's counts: fresh, paused, overdue and open from its figures (one small read, exact as of the
 * stream); due soon, which time alone changes, from `begun` — the queue's beginning, when the caller has
 * read it far enough — else from the index within the next day, 500 at most.
 */
export const queueCounts = async (
  organisationId: string,
  now: number,
  begun?: readonly Request[],
): Promise<QueueCounts> => {
  const [{ fresh, overdue, paused, open }, dueSoon] = await Promise.all([
    inHandOf(organisationId),
    begun === undefined ? countDueSoon(organisationId, now) : begun.filter((request) => isDueSoon(request, now)).length,
  ]);
  return { fresh, overdue, paused, open, dueSoon };
};
