import type { listNeeds as route } from '@gongyi/shared/council/contract';
import { byDue, scopesOf } from '@gongyi/shared/council/needs';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { listedPage } from '../platform/list-rows';
import { DESK, DeskRow } from './council-lists';

/** More than a desk of volunteers ever has at once. */
const MOST_A_DESK = 100;

/** What the council needs of me and my party, by due time; what has no date by since when it waits. */
export const listNeeds = async (_input: unknown, { who, now }: Call): Promise<RouteReply<typeof route>> => {
  const desks = await Promise.all(
    scopesOf(who, now).map((scope) => listedPage(DeskRow, { list: DESK, ownerId: scope, limit: MOST_A_DESK })),
  );
  // Who sits at several desks of a party finds the same at each.
  const items = new Map(
    desks
      .flatMap(({ rows }) => rows)
      .map((row) => [[row.kind, row.topicId ?? row.sessionId, row.taskId].join(' '), row]),
  );
  return { items: [...items.values()].sort(byDue) };
};
