import { VoteNeed } from '@gongyi/shared/votes/contract';
import type { listVoteNeeds as route } from '@gongyi/shared/votes/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import { listedPage } from '../platform/list-rows';
import type { Call } from '../platform/router';
import { NEEDS } from './votes-lists';

/** What waits for those who look after votes: of a compound, a community, or (what is late) a street. */
export const listVoteNeeds = async (
  { params: { placeId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const looksAfter = (['vote.prepare', 'repair.check'] as const).some((action) => may(who, action, { placeId }, now));
  if (!looksAfter) return refuse('not-found');
  const list = `votes/needs/${placeId}`;
  const from = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(from)) return from;
  const { rows, lastKey } = await listedPage(VoteNeed, {
    list: NEEDS,
    ownerId: placeId,
    limit: query.limit,
    after: from.after,
  });
  const cursor = await makeCursor(lastKey, list, who.personId);
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};
