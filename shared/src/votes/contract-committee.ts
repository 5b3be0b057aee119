import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Choice } from './ballot';
import { COMMITTEE_MOVES, COMMITTEE_OUTCOMES, CommitteeStatus } from './committee-vote';
import { LegalForce } from './voting-rules';

const Rev = z.int().check(z.minimum(1));
const OfCompound = z.object({ compoundId: PlaceId });
const OfMeeting = z.object({ committeeVoteId: Id });

export const CommitteeRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: CommitteeStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  title: z.string(),
  meetsAt: Instant,
  publishBy: z.optional(Instant),
  publishedAt: z.optional(Instant),
});
export type CommitteeRow = z.output<typeof CommitteeRow>;

export const CommitteeView = z.extend(CommitteeRow, {
  legalForce: LegalForce,
  venue: z.string(),
  calledAt: Instant,
  members: z.array(
    z.object({
      name: z.string(),
      director: z.boolean(),
      attending: z.boolean(),
      mine: z.boolean(),
      personId: z.optional(Id),
    }),
  ),
  /** The asker was a member when it was called and is none any more. */
  formerMember: z.boolean(),
  quorate: z.boolean(),
  matters: z.array(
    z.object({
      id: Id,
      title: z.string(),
      words: z.string(),
      /** From the close on, with the roll-call: who said what. */
      tally: z.optional(
        z.object({
          for: z.int(),
          against: z.int(),
          abstain: z.int(),
          members: z.int(),
          attending: z.int(),
          outcome: z.enum(COMMITTEE_OUTCOMES),
        }),
      ),
      /** Every member; without a choice: has not voted 未表决. */
      rollCall: z.optional(z.array(z.object({ name: z.string(), choice: z.optional(Choice) }))),
      /** Members who have stated; their choices only after the close. */
      stated: z.int(),
      myChoice: z.optional(Choice),
    }),
  ),
  /** When the roll-call ends by itself. */
  endsAt: Instant,
  openedAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  fingerprint: z.string(),
  moves: z.array(z.enum(COMMITTEE_MOVES)),
});
export type CommitteeView = z.output<typeof CommitteeView>;

export const callCommittee = defineRoute({
  id: 'committee-votes.call',
  method: 'POST',
  path: '/compounds/{compoundId}/committee-votes',
  summary: 'Call a meeting of the owners’ committee with its agenda, days ahead; its members are fixed now',
  access: 'committee-vote.call',
  params: OfCompound,
  query: Nothing,
  body: z.object({
    title: text(60),
    matters: z.array(z.object({ title: text(60), words: text(2000) })).check(z.minLength(1), z.maxLength(10)),
    venue: text(80),
    meetsAt: Instant,
  }),
  reply: CommitteeView,
  refusals: ['place-unknown', 'owners-decide', 'agenda-too-late', 'no-committee'],
});

export const listCommitteeVotes = defineRoute({
  id: 'committee-votes.list',
  method: 'GET',
  path: '/compounds/{compoundId}/committee-votes',
  summary: 'Votes of the owners’ committee, newest first; before they are published only for those concerned',
  access: 'anyone',
  params: OfCompound,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(CommitteeRow),
  refusals: ['cursor-invalid'],
});

export const getCommitteeVote = defineRoute({
  id: 'committee-votes.get',
  method: 'GET',
  path: '/committee-votes/{committeeVoteId}',
  summary: 'A vote of the owners’ committee; the roll-call from its close on',
  access: 'anyone',
  params: OfMeeting,
  query: Nothing,
  body: Nothing,
  reply: CommitteeView,
  refusals: [],
});

const move = <A extends 'committee-vote.call' | 'committee-vote.take-part'>(
  id: string,
  verb: string,
  summary: string,
  access: A,
) => ({
  id: `committee-votes.${id}`,
  method: 'POST' as const,
  path: `/committee-votes/{committeeVoteId}/${verb}`,
  summary,
  access,
  params: OfMeeting,
  query: Nothing,
  reply: CommitteeView,
});

export const attendCommittee = defineRoute({
  ...move('attend', 'attendance', 'Sign in to the meeting, oneself', 'committee-vote.take-part'),
  body: Nothing,
  refusals: ['move-not-allowed', 'not-a-member', 'already-signed-in', 'not-yet'],
});

export const openCommittee = defineRoute({
  ...move('open', 'open', 'Open the meeting when more than half of all members are there', 'committee-vote.call'),
  body: z.object({ rev: Rev }),
  refusals: ['move-not-allowed', 'changed-meanwhile', 'not-yet', 'no-quorum'],
});

export const stateInCommittee = defineRoute({
  ...move('state', 'positions', 'Say how one votes on a matter; nobody votes for another', 'committee-vote.take-part'),
  body: z.object({ matterId: Id, choice: Choice }),
  refusals: ['move-not-allowed', 'not-a-member', 'not-signed-in', 'matter-unknown', 'already-stated'],
});

export const closeCommittee = defineRoute({
  ...move('close', 'close', 'Close the meeting: the count and the roll-call stand', 'committee-vote.call'),
  body: z.object({ rev: Rev }),
  refusals: ['move-not-allowed', 'changed-meanwhile', 'position-missing'],
});

export const publishCommittee = defineRoute({
  ...move('publish', 'publish', 'Publish the result in the compound', 'committee-vote.call'),
  body: z.object({ rev: Rev }),
  refusals: ['move-not-allowed', 'changed-meanwhile'],
});

export const cancelCommittee = defineRoute({
  ...move('cancel', 'cancel', 'Call the meeting off before it opens, with the reason', 'committee-vote.call'),
  body: z.object({ rev: Rev, reason: text(300) }),
  refusals: ['move-not-allowed', 'changed-meanwhile'],
});
