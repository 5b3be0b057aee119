import { CommitteeRow } from '@gongyi/shared/votes/contract';
import type {
  CommitteeView,
  getCommitteeVote as getRoute,
  listCommitteeVotes as listRoute,
} from '@gongyi/shared/votes/contract';
import { placeKind } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlace } from '../district/public';
import { makeCursor, readCursor } from '../platform/cursor';
import { listedPage } from '../platform/list-rows';
import type { OpenCall } from '../platform/router';
import { findCommitteeVote } from './committee-store';
import { mayOn, votesSubject } from './standing';
import { mayReadCommittee, viewCommittee } from './view-committee';
import { COMMITTEES, COMMITTEES_PUBLISHED } from './committee-lists';

export const getCommitteeVote = async (
  { params }: RouteInput<typeof getRoute>,
  call: OpenCall,
): Promise<CommitteeView | Refusal> => {
  const vote = await findCommitteeVote(params.committeeVoteId);
  return vote !== undefined && (await mayReadCommittee(vote, call)) ? viewCommittee(vote, call) : refuse('not-found');
};

/** Those who call meetings see all of them; everybody else what was published. */
export const listCommitteeVotes = async (
  { params: { compoundId }, query }: RouteInput<typeof listRoute>,
  call: OpenCall,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  if (placeKind(compoundId) !== 'compound' || (await findPlace(compoundId)) === undefined) return refuse('not-found');
  const subject = await votesSubject(compoundId);
  const all = (['committee-vote.call', 'repair.check'] as const).some((action) => mayOn(subject, action, call));
  const list = all ? COMMITTEES : COMMITTEES_PUBLISHED;
  const name = `${list}/${compoundId}`;
  const personId = call.who?.personId ?? '';
  const from = await readCursor(query.cursor, name, personId);
  if (isRefusal(from)) return from;
  const ask = { list, ownerId: compoundId, limit: query.limit, after: from.after, newestFirst: true };
  const { rows, lastKey } = await listedPage(CommitteeRow, ask);
  const cursor = await makeCursor(lastKey, name, personId);
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};
