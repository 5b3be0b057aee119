import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { listQueue as route } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { listRows } from './list-rows';
import { FRESH, dueSoonUntil, isDueSoon, queueCounts } from './queue-counts';
import { queueItems, queueKeyOf } from './queue-store';
import type { QueueAsk } from './queue-store';
import { rowsOf } from './request-row';

type Filter = RouteInput<typeof route>['query']['filter'];

const fits = (filter: Filter, request: Request, { who, now }: Call): boolean => {
  switch (filter) {
    case 'new':
      return FRESH.includes(request.status);
    case 'due-soon':
      return isDueSoon(request, now);
    case 'overdue':
      return request.overdueSince !== undefined || (request.dueAt <= now && request.status !== 'paused');
    case 'paused':
      return request.status === 'paused';
    case 'mine':
      return request.assigneeId === who.personId;
    case 'all':
    case 'watching':
      return true;
  }
};

const rangeOf = (filter: Filter, now: number): Pick<QueueAsk, 'from' | 'until'> =>
  filter === 'due-soon' ? { from: now, until: dueSoonUntil(now) } : filter === 'overdue' ? { until: now } : {};

/** Looks through at most this many items for one page of a filter. */
const MOST_LOOKED = 500;

/** Requests of the filter by due time, and where to go on. */
const take = async (
  organisationId: string,
  filter: Filter,
  limit: number,
  from: Record<string, unknown> | undefined,
  call: Call,
) => {
  const found: Request[] = [];
  let after = from;
  // A filter that fits few looks through more at a time.
  const step = filter === 'all' ? limit : Math.max(limit, 50);
  for (let looked = 0; looked < MOST_LOOKED; looked += step) {
    const page = await queueItems({ organisationId, ...rangeOf(filter, call.now), limit: step, after });
    found.push(...page.requests.filter((request) => fits(filter, request, call)));
    const last = found[limit - 1];
    if (found.length > limit && last !== undefined) return { found: found.slice(0, limit), lastKey: queueKeyOf(last) };
    after = page.lastKey;
    if (found.length === limit || after === undefined) break;
  }
  return { found, lastKey: after };
};

/** The page, if it shows everything that is due within the day. */
const beginning = ({ found, lastKey }: Awaited<ReturnType<typeof take>>, now: number): Request[] | undefined =>
  lastKey === undefined || (found.at(-1)?.dueAt ?? 0) > dueSoonUntil(now) ? found : undefined;

/** Open work of my organisation by due time. */
export const listQueue = async (
  { params: { organisationId }, query }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const { who, now } = call;
  const { filter, limit, cursor } = query;
  if (!may(who, 'request.queue', { organisationIds: [organisationId] }, now)) return refuse('not-found');
  if (filter === 'watching') {
    const page = await listRows('watch', organisationId, query, call);
    return isRefusal(page) ? page : { ...page, counts: await queueCounts(organisationId, now) };
  }
  const name = `requests/queue/${organisationId}/${filter}`;
  const from = await readCursor(cursor, name, who.personId);
  if (isRefusal(from)) return from;
  const page = await take(organisationId, filter, limit, from.after, call);
  const next = await makeCursor(page.lastKey, name, who.personId);
  const [items, counts] = await Promise.all([
    rowsOf(page.found, call),
    queueCounts(organisationId, now, cursor === undefined && filter === 'all' ? beginning(page, now) : undefined),
  ]);
  return { items, ...(next === undefined ? {} : { cursor: next }), counts };
};
