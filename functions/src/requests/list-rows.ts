import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RequestRow } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { listPage } from './listed';
import type { List } from './listed';
import { rowsOf } from './request-row';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page of a list as its asker may see it; the caller answers for their right to the list. */
export const listRows = async (
  list: List,
  ownerId: string,
  { cursor, limit }: Query,
  call: Call,
  fits: (request: Request) => boolean = () => true,
): Promise<{ items: RequestRow[]; cursor?: string } | Refusal> => {
  const name = `requests/${list}/${ownerId}`;
  const from = await readCursor(cursor, name, call.who.personId);
  if (isRefusal(from)) return from;
  const page = await listPage(list, ownerId, limit, from.after);
  const items = await rowsOf(page.requests.filter(fits), call);
  const next = await makeCursor(page.lastKey, name, call.who.personId);
  return { items, ...(next === undefined ? {} : { cursor: next }) };
};
