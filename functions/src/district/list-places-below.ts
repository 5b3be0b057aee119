import type { listPlacesBelow as route } from '@gongyi/shared/district/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import { findPlace, placesDirectlyBelow } from './place-store';

/** `2号楼` stands before `10号楼`. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** The list is open to everybody, so its cursors are nobody's own. */
const NOBODY = '';

export const listPlacesBelow = async ({
  params,
  query,
}: RouteInput<typeof route>): Promise<RouteReply<typeof route> | Refusal> => {
  const list = `below:${params.placeId}`;
  const cursor = await readCursor(query.cursor, list, NOBODY);
  if (isRefusal(cursor)) return cursor;
  const [place, below] = await Promise.all([findPlace(params.placeId), placesDirectlyBelow(params.placeId)]);
  if (place === undefined) return refuse('not-found');
  below.sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const from = Number(cursor.after?.['from'] ?? 0);
  const end = from + query.limit;
  const next = end < below.length ? await makeCursor({ from: end }, list, NOBODY) : undefined;
  return { items: below.slice(from, end), ...(next === undefined ? {} : { cursor: next }) };
};
