import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, IsoDate, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { OfVote } from './contract-votes';

const Url = z.object({ url: z.string() });

export const VoteObjection = z.object({
  id: Id,
  at: Instant,
  /** Building and masked name. */
  signature: z.string(),
  words: z.optional(z.string()),
  wordsState: CheckState,
  mine: z.boolean(),
  answer: z.optional(z.object({ at: Instant, by: z.string(), words: z.optional(z.string()), wordsState: CheckState })),
});
export type VoteObjection = z.output<typeof VoteObjection>;
/** A page of them: those unanswered first, then the newest; a move answers with the first page. */
export const VoteObjections = z.extend(pageOf(VoteObjection), {
  mayObject: z.boolean(),
  mayAnswer: z.boolean(),
});
export type VoteObjections = z.output<typeof VoteObjections>;

export const listVoteObjections = defineRoute({
  id: 'votes.list-objections',
  method: 'GET',
  path: '/votes/{voteId}/objections',
  summary: 'Objections to a result, with their answers',
  access: 'anyone',
  params: OfVote,
  query: PageQuery,
  body: Nothing,
  reply: VoteObjections,
  refusals: ['cursor-invalid'],
});

export const objectToVote = defineRoute({
  id: 'votes.object',
  method: 'POST',
  path: '/votes/{voteId}/objections',
  summary: 'Object to a published result as an owner, within the time it can be challenged',
  access: 'vote.object',
  params: OfVote,
  query: Nothing,
  body: z.object({ words: text(1000) }),
  reply: VoteObjections,
  refusals: ['move-not-allowed', 'deadline-passed', 'privacy-consent-needed'],
});

export const answerVoteObjection = defineRoute({
  id: 'votes.answer-objection',
  method: 'POST',
  path: '/votes/{voteId}/objections/{objectionId}/answer',
  summary: 'Answer an objection, once',
  access: 'vote.prepare',
  params: z.object({ voteId: Id, objectionId: Id }),
  query: Nothing,
  body: z.object({ words: text(1000) }),
  reply: VoteObjections,
  refusals: ['move-not-allowed', 'objection-unknown', 'already-answered'],
});

export const getResultSheet = defineRoute({
  id: 'votes.get-result-sheet',
  method: 'GET',
  path: '/votes/{voteId}/result-sheet',
  summary: 'An address to read the result as an A4 document (PDF): numbers, method, root of the log, QR code',
  access: 'anyone',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: Url,
  refusals: [],
});

export const getFilingPackage = defineRoute({
  id: 'votes.get-filing-package',
  method: 'GET',
  path: '/votes/{voteId}/filing-package',
  summary: 'An address to fetch everything the housing authority files of a vote 备案材料包, as one zip',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: Url,
  refusals: ['move-not-allowed'],
});

/** What a property company hands over (Civil Code art. 949). */
export const HAND_OVER_ITEMS = [
  'property-rooms',
  'shared-facilities',
  'building-documents',
  'owners-documents',
  'accounts',
  'prepaid-fees',
  'staff-and-keys',
  'safety-records',
] as const;
export const HandOverItem = z.enum(HAND_OVER_ITEMS);
export type HandOverItem = z.output<typeof HandOverItem>;

const Documents = z.array(Id).check(z.minLength(1), z.maxLength(6));

/**
 * By what one company leaves and the next comes: by the owners' decision, with the documents of the formal one where
 * the vote only asked what they think; or, where the old one left without one (it gave notice, its contract ran out,
 * another stands in meanwhile), by what the street says and shows.
 */
export const HandOverBasis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vote'), voteId: Id, photos: z.optional(Documents) }),
  z.object({ kind: z.literal('street'), reason: text(300), photos: Documents }),
]);
export type HandOverBasis = z.output<typeof HandOverBasis>;

export const HandOver = z.object({
  id: Id,
  rev: z.int(),
  state: z.enum(['planned', 'moving', 'done', 'cancelled']),
  compoundId: PlaceId,
  from: z.object({ id: Id, name: z.string() }),
  to: z.object({ id: Id, name: z.string() }),
  basis: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('vote'), voteId: Id, photos: z.optional(z.array(PhotoView)) }),
    z.object({ kind: z.literal('street'), reason: z.string(), photos: z.array(PhotoView) }),
  ]),
  /** The day the old company's work and access end. */
  onDay: IsoDate,
  items: z.array(
    z.object({
      item: HandOverItem,
      done: z.boolean(),
      note: z.optional(z.string()),
      at: z.optional(Instant),
      by: z.optional(z.string()),
    }),
  ),
  /** Open orders moved to the new company, once moving began. */
  orders: z.optional(z.object({ moved: z.int() })),
  doneAt: z.optional(Instant),
  cancelled: z.optional(z.object({ reason: z.string(), at: Instant, by: z.string() })),
  mayChange: z.boolean(),
});
export type HandOver = z.output<typeof HandOver>;

const OfHandOver = z.object({ handOverId: Id });
const Rev = z.int().check(z.minimum(1));

export const planHandOver = defineRoute({
  id: 'votes.plan-hand-over',
  method: 'POST',
  path: '/compounds/{compoundId}/hand-overs',
  summary: 'Plan the hand-over from one property company to the next, with the list of what is handed over',
  access: 'vote.hand-over',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: z.object({ fromId: Id, toId: Id, basis: HandOverBasis, onDay: IsoDate }),
  reply: HandOver,
  refusals: ['organisation-unknown', 'holder-same', 'decision-needed', 'decision-used', 'photos-unknown'],
});

export const listHandOvers = defineRoute({
  id: 'votes.list-hand-overs',
  method: 'GET',
  path: '/compounds/{compoundId}/hand-overs',
  summary: 'Hand-overs of a compound, newest first',
  access: 'vote.hand-over',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: Nothing,
  reply: z.object({
    items: z.array(HandOver),
    /** May plan one without a decision of the owners, with reason and documents. */
    mayWithoutVote: z.boolean(),
  }),
  refusals: [],
});

export const noteHandOverItem = defineRoute({
  id: 'votes.note-hand-over-item',
  method: 'POST',
  path: '/hand-overs/{handOverId}/items',
  summary: 'Note that something was handed over, or was not',
  access: 'vote.hand-over',
  params: OfHandOver,
  query: Nothing,
  body: z.object({ rev: Rev, item: HandOverItem, done: z.boolean(), note: z.optional(text(300)) }),
  reply: HandOver,
  refusals: ['changed-meanwhile', 'move-not-allowed'],
});

export const cancelHandOver = defineRoute({
  id: 'votes.cancel-hand-over',
  method: 'POST',
  path: '/hand-overs/{handOverId}/cancel',
  summary: 'Cancel a hand-over that has not begun; its decision can be carried out by another',
  access: 'vote.hand-over',
  params: OfHandOver,
  query: Nothing,
  body: z.object({ rev: Rev, reason: text(300) }),
  reply: HandOver,
  refusals: ['changed-meanwhile', 'move-not-allowed'],
});

export const completeHandOver = defineRoute({
  id: 'votes.complete-hand-over',
  method: 'POST',
  path: '/hand-overs/{handOverId}/complete',
  summary:
    'Complete it, or go on where it was cut off: the new company serves the compound, open orders move to it, the old access ends',
  access: 'vote.hand-over',
  params: OfHandOver,
  query: Nothing,
  body: z.object({ rev: Rev }),
  reply: HandOver,
  refusals: [
    'changed-meanwhile',
    'move-not-allowed',
    'not-yet',
    'hand-over-incomplete',
    'organisation-unknown',
    'serves-too-many',
    'decision-used',
  ],
});

export const decideVotesContent = defineRoute({
  id: 'votes.decide-content',
  method: 'POST',
  path: '/votes/content',
  summary: 'Clear or hold words or a photo of a vote, a committee’s vote or a repair',
  access: 'request.check-content',
  params: Nothing,
  query: Nothing,
  body: z.object({
    subject: z.object({ kind: z.enum(['vote', 'committee-vote', 'repair']), id: Id }),
    eventRev: Rev,
    mediaId: z.optional(Id),
    clear: z.boolean(),
  }),
  reply: Nothing,
  refusals: [],
});
