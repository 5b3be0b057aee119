import type { listClaims as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { claimJudge } from './claim-authority';
import { claimSeen } from './claim-seen';
import { pageOfWaiting } from './claim-store';

/** Claims that wait, oldest first; a page may hold fewer than asked where some are others' to decide. */
export const listClaims = async (
  { params: { compoundId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const judges = await claimJudge(who, compoundId, now);
  if (judges === undefined) return refuse('not-found');
  const list = `claims:${compoundId}`;
  const cursor = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(cursor)) return cursor;
  const page = await pageOfWaiting(compoundId, query.limit, cursor.after);
  const seen = await Promise.all(page.claims.filter((claim) => judges(claim) !== undefined).map(claimSeen));
  const next = await makeCursor(page.lastKey, list, who.personId);
  return { items: seen.filter((claim) => claim !== undefined), ...(next === undefined ? {} : { cursor: next }) };
};
