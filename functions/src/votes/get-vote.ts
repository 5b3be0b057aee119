import type { VoteView, getVote as route, getVoteRecord as recordRoute } from '@gongyi/shared/votes/contract';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import { lineOf } from '../platform/record-item';
import type { OpenCall } from '../platform/router';
import { mayReadVote, votesSubject } from './standing';
import type { Viewer } from './standing';
import { viewVote } from './view-vote';
import { findVote, voteStepsPage } from './vote-store';

/** The vote, if there is one and the asker may read it; both look the same otherwise. */
export const readableVote = async (voteId: string, viewer: Viewer): Promise<Vote | undefined> => {
  const vote = await findVote(voteId);
  return vote !== undefined && mayReadVote(vote, await votesSubject(vote.compoundId), viewer) ? vote : undefined;
};

export const getVote = async ({ params }: RouteInput<typeof route>, call: OpenCall): Promise<VoteView | Refusal> => {
  const vote = await readableVote(params.voteId, call);
  return vote === undefined ? refuse('not-found') : viewVote(vote, call);
};

/** The record, for anyone who may read the vote to check; the head is read first, so lines may run past it. */
export const getVoteRecord = async (
  { params: { voteId }, query }: RouteInput<typeof recordRoute>,
  call: OpenCall,
): Promise<RouteReply<typeof recordRoute> | Refusal> => {
  const vote = await readableVote(voteId, call);
  if (vote === undefined) return refuse('not-found');
  const list = `votes/record/${voteId}`;
  const personId = call.who?.personId ?? '';
  const from = await readCursor(query.cursor, list, personId);
  if (isRefusal(from)) return from;
  const { steps, lastKey } = await voteStepsPage(voteId, query.limit, from.after);
  const cursor = await makeCursor(lastKey, list, personId);
  return {
    items: steps.map(lineOf),
    ...(cursor === undefined ? {} : { cursor }),
    head: { rev: vote.rev, fingerprint: vote.fingerprint },
  };
};
