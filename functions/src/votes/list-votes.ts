import { VoteRow } from '@gongyi/shared/votes/contract';
import type { listMyVotes as mineRoute, listVotes as route } from '@gongyi/shared/votes/contract';
import { placeKind, ancestorOf } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { bindingCounts, inTerm } from '@gongyi/shared/people/role';
import { findPlace } from '../district/public';
import { makeCursor, readCursor } from '../platform/cursor';
import { listedPage } from '../platform/list-rows';
import type { Call, OpenCall } from '../platform/router';
import { mayOn, votesSubject } from './standing';
import { stageList } from './votes-lists';

/** Drafts are for those who prepare them, petitions and nominations for those who live or work there. */
const ACTION = { preparing: 'vote.prepare', gathering: 'vote.read' } as const;

export const listVotes = async (
  { params: { compoundId }, query: { stage, cursor: given, limit } }: RouteInput<typeof route>,
  call: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (placeKind(compoundId) !== 'compound' || (await findPlace(compoundId)) === undefined) return refuse('not-found');
  if (stage === 'preparing' || stage === 'gathering') {
    if (!mayOn(await votesSubject(compoundId), ACTION[stage], call)) return refuse('not-found');
  }
  const personId = call.who?.personId ?? '';
  const list = `votes/${stage}/${compoundId}`;
  const from = await readCursor(given, list, personId);
  if (isRefusal(from)) return from;
  const ask = { list: stageList(stage), ownerId: compoundId, limit, after: from.after, newestFirst: true };
  const { rows, lastKey } = await listedPage(VoteRow, ask);
  const cursor = await makeCursor(lastKey, list, personId);
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};

/** As many of one compound as a home screen can show. */
const MOST_A_STAGE = 20;

/** What gathers and runs where the asker lives, and where they prepare votes. */
export const listMyVotes = async (
  _: RouteInput<typeof mineRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof mineRoute>> => {
  const homes = who.homes.filter((binding) => bindingCounts(binding, now)).map(({ homeId }) => homeId);
  const grants = who.grants.filter((grant) => inTerm(grant, now)).flatMap(({ placeId }) => placeId ?? []);
  const compounds = [...new Set([...homes, ...grants].flatMap((id) => ancestorOf(id, 'compound') ?? []))];
  const pages = await Promise.all(
    compounds.flatMap((ownerId) =>
      (['gathering', 'running'] as const).map((stage) =>
        listedPage(VoteRow, { list: stageList(stage), ownerId, limit: MOST_A_STAGE, newestFirst: true }),
      ),
    ),
  );
  return { items: pages.flatMap(({ rows }) => rows) };
};
