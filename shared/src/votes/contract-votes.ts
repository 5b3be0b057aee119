import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { RecordLine } from '../kernel/record-line';
import { Id, Nothing, PageQuery, pageOf } from '../kernel/schema';
import { VOTE_STAGES, VoteNeed, VoteRow, VoteView } from './contract-view';

export const OfVote = z.object({ voteId: Id });
const OfCompound = z.object({ compoundId: PlaceId });

export const listVotes = defineRoute({
  id: 'votes.list',
  method: 'GET',
  path: '/compounds/{compoundId}/votes',
  summary: 'Votes of a compound’s owners by stage, newest first; drafts only for those who prepare them',
  access: 'anyone',
  params: OfCompound,
  query: z.extend(PageQuery, { stage: z._default(z.enum(VOTE_STAGES), 'running') }),
  body: Nothing,
  reply: pageOf(VoteRow),
  refusals: ['cursor-invalid'],
});

export const listMyVotes = defineRoute({
  id: 'votes.mine',
  method: 'GET',
  path: '/votes/mine',
  summary: 'What gathers and runs in the compounds of my homes and in those I prepare for',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(VoteRow) }),
  refusals: [],
});

export const listVoteNeeds = defineRoute({
  id: 'votes.list-needs',
  method: 'GET',
  path: '/places/{placeId}/vote-needs',
  summary: 'What votes, committee votes and repairs at or below a place need of those who look after them',
  access: 'vote.prepare',
  params: z.object({ placeId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(VoteNeed),
  refusals: ['cursor-invalid'],
});

export const getVote = defineRoute({
  id: 'votes.get',
  method: 'GET',
  path: '/votes/{voteId}',
  summary: 'A vote with its matters, times and result, as its asker may see it',
  access: 'anyone',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: VoteView,
  refusals: [],
});

export const getVoteRecord = defineRoute({
  id: 'votes.get-record',
  method: 'GET',
  path: '/votes/{voteId}/record',
  summary: 'The record of a vote: every step with the fingerprint of the one before, to be checked by anyone',
  access: 'anyone',
  params: OfVote,
  query: PageQuery,
  body: Nothing,
  reply: z.extend(pageOf(RecordLine), { head: z.object({ rev: z.int(), fingerprint: z.string() }) }),
  refusals: ['cursor-invalid'],
});
