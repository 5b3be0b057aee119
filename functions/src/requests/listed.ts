import type { Request } from '@gongyi/shared/requests/request';
import { PREFIX, keys } from '../platform/table-shape';
import { queryPage } from '../platform/table';
import type { Item } from '../platform/table';
import { attributesOf, requestOf } from './request-item';

/**
 * Rows of lists: a copy of the request as its rows need it, kept by the stream. `mine`: by person who filed
 * or joined; `near`: by compound, public with cleared words; `technician`: by person it is handed out to;
 * `history`: by home, else building, else compound; `watch`: by organisation it was escalated to; `below`:
 * by grid, community, street and district, while overdue or escalated; `finished`: by compound, public and
 * confirmed, outside homes (anybody may look), with a photo taken after.
 */
export const LISTS = ['mine', 'near', 'technician', 'history', 'watch', 'below', 'finished'] as const;
export type List = (typeof LISTS)[number];

/** What rows do not show is not copied. */
const LEFT_OUT = ['queuePk', 'queueSk', 'duePk', 'dueSk', 'answers', 'proof', 'closedReason', 'pauseReason', 'quote'];

export const listedItem = (list: List, ownerId: string, request: Request): Item & { pk: string; sk: string } => ({
  ...Object.fromEntries(
    Object.entries(attributesOf(request)).filter(
      ([name]) => !LEFT_OUT.includes(name) || (list === 'finished' && name === 'proof'),
    ),
  ),
  ...keys.listRow(list, ownerId, request.filedAt, request.id),
});

/** The request a row was made from; its id ends the sort key. */
export const listedRequest = (item: Item): Request =>
  requestOf({ ...item, pk: `${PREFIX.request}${String(item['sk']).slice(16)}` });

export interface ListPage {
  readonly requests: Request[];
  readonly lastKey: Record<string, unknown> | undefined;
}

/** One page of a list, newest filed first. */
export const listPage = async (
  list: List,
  ownerId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<ListPage> => {
  const page = await queryPage({ pk: keys.listOf(list, ownerId), newestFirst: true, limit, after });
  return { requests: page.items.map(listedRequest), lastKey: page.lastKey };
};
