import type { listGrants as route } from '@gongyi/shared/people/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { findGrantScope } from './grant-scope';
import { pageOfGrantsAt, scopeOf } from './grant-store';
import { grantedRolesOf } from './granted-role';

/** Roles that count now or will; a page may hold fewer than asked where terms have run out. */
export const listGrants = async (
  { query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const { placeId, organisationId } = query;
  if ((placeId === undefined) === (organisationId === undefined))
    return refuse('invalid-input', { part: 'query', field: 'placeId', problem: 'place or organisation' });
  const { subject } = await findGrantScope({ placeId, organisationId });
  if (!may(who, 'grant.list', subject, now)) return refuse('not-found');
  const scopeId = scopeOf({ placeId, organisationId });
  const list = `grants:${scopeId}`;
  const cursor = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(cursor)) return cursor;
  const page = await pageOfGrantsAt(scopeId, query.limit, cursor.after);
  const standing = page.grants.filter(({ until }) => until === undefined || until > now);
  const next = await makeCursor(page.lastKey, list, who.personId);
  return { items: await grantedRolesOf(standing), ...(next === undefined ? {} : { cursor: next }) };
};
