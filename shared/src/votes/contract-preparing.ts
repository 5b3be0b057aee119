import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { HomeStatus } from '../district/roll';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Phone } from '../people/contract';
import { FundPlan } from './apportionment';
import { Readiness, VoteView, VotingRulesHistory } from './contract-view';
import { OfVote } from './contract-votes';
import { RESERVED_MATTERS } from './matters';
import { STARTERS, Scope } from './vote';
import { VotingRules } from './voting-rules';

const Rev = z.int().check(z.minimum(1));
const OfPlace = z.object({ placeId: PlaceId });
const OfCompound = z.object({ compoundId: PlaceId });

/** A matter as it is written; candidates come by nomination. */
export const MatterDraft = z.object({
  kind: z.enum(RESERVED_MATTERS),
  title: text(60),
  words: text(3000),
  attachments: z._default(z.array(Id).check(z.maxLength(9)), []),
  /** Needed for the maintenance fund: works, budget, balance and how the cost is shared. */
  fund: z.optional(FundPlan),
  /** Needed for an election: how many are elected, and of how many members, 5 to 11, an odd number, if not of all. */
  election: z.optional(
    z.object({
      seats: z.int().check(z.minimum(1), z.maximum(11)),
      size: z.optional(z.int().check(z.minimum(1), z.maximum(11))),
      alternates: z._default(z.int().check(z.minimum(0), z.maximum(5)), 0),
    }),
  ),
});
export type MatterDraft = z.output<typeof MatterDraft>;

/** A matter of a draft that is changed: one that stands names itself, wherever it stands now; a new one has no id. */
export const MatterAmend = z.extend(MatterDraft, { id: z.optional(Id) });
export type MatterAmend = z.output<typeof MatterAmend>;

const MOST_MATTERS = 10;
const Draft = {
  title: text(60),
  scope: Scope,
  matters: z.array(MatterDraft).check(z.minLength(1), z.maxLength(MOST_MATTERS)),
};
const DRAFT_REFUSALS = [
  'place-unknown',
  'privacy-consent-needed',
  'photos-unknown',
  'fund-plan-needed',
  'fund-plan-uneven',
  'seats-not-lawful',
  'no-election',
] as const;

export const draftVote = defineRoute({
  id: 'votes.draft',
  method: 'POST',
  path: '/compounds/{compoundId}/votes',
  summary: 'Begin a vote of the owners; the threshold of each matter follows from its kind',
  access: 'vote.prepare',
  params: OfCompound,
  query: Nothing,
  body: z.object({
    ...Draft,
    starter: z.enum(STARTERS).check(z.refine((one) => one !== 'owners-petition', 'owners begin a petition')),
    topicId: z.optional(Id),
  }),
  reply: VoteView,
  refusals: DRAFT_REFUSALS,
});

export const beginPetition = defineRoute({
  id: 'votes.begin-petition',
  method: 'POST',
  path: '/compounds/{compoundId}/petitions',
  summary: 'Begin a petition of owners 联名提议: signed by a fifth of all heads, it demands a vote',
  access: 'vote.petition',
  params: OfCompound,
  query: Nothing,
  body: z.object({ ...Draft, until: Instant }),
  reply: VoteView,
  refusals: [...DRAFT_REFUSALS, 'roll-missing', 'until-not-future', 'no-head-here'],
});

export const signPetition = defineRoute({
  id: 'votes.sign-petition',
  method: 'POST',
  path: '/votes/{voteId}/signatures',
  summary: 'Sign a petition; once a head, whoever of its owners signs',
  access: 'vote.petition',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: VoteView,
  refusals: ['move-not-allowed', 'already-signed', 'no-head-here', 'privacy-consent-needed'],
});

export const amendVote = defineRoute({
  id: 'votes.amend',
  method: 'POST',
  path: '/votes/{voteId}/amend',
  summary: 'Change a draft: what it asks, of whom, and who watches the counting',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({
    rev: Rev,
    ...Draft,
    matters: z.array(MatterAmend).check(z.minLength(1), z.maxLength(MOST_MATTERS)),
    scrutineerIds: z._default(z.array(Id).check(z.maxLength(7)), []),
  }),
  reply: VoteView,
  refusals: [
    ...DRAFT_REFUSALS,
    'changed-meanwhile',
    'move-not-allowed',
    'person-unknown',
    'petition-fixed',
    'matter-unknown',
    'works-for-company',
    'stands-for-election',
  ],
});

export const withdrawVote = defineRoute({
  id: 'votes.withdraw',
  method: 'POST',
  path: '/votes/{voteId}/withdraw',
  summary: 'Withdraw a vote before its ballots are made, with the reason',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({ rev: Rev, reason: text(300) }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed'],
});

export const callNominations = defineRoute({
  id: 'votes.call-nominations',
  method: 'POST',
  path: '/votes/{voteId}/nominations/call',
  summary: 'Call for nominations to the elections of a draft, until a day',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({ rev: Rev, until: Instant }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'until-not-future', 'no-election'],
});

export const Nomination = z.object({
  id: Id,
  matterId: Id,
  name: z.string(),
  homeName: z.string(),
  about: z.optional(z.string()),
  by: z.enum(['self', 'owners', 'starter']),
  at: Instant,
  supporters: z.int(),
  supportedByMe: z.boolean(),
  mine: z.boolean(),
  checked: z.optional(z.object({ at: Instant, eligible: z.boolean(), reason: z.optional(z.string()) })),
});
export type Nomination = z.output<typeof Nomination>;
export const Nominations = z.object({
  items: z.array(Nomination),
  mayNominate: z.boolean(),
  mayCheck: z.boolean(),
});
export type Nominations = z.output<typeof Nominations>;

export const listNominations = defineRoute({
  id: 'votes.list-nominations',
  method: 'GET',
  path: '/votes/{voteId}/nominations',
  summary: 'Who was nominated, by whom and whether they are eligible',
  access: 'vote.read',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: Nominations,
  refusals: [],
});

export const nominate = defineRoute({
  id: 'votes.nominate',
  method: 'POST',
  path: '/votes/{voteId}/nominations',
  summary: 'Nominate oneself, or another owner together with neighbours 联名推荐',
  access: 'vote.nominate',
  params: OfVote,
  query: Nothing,
  body: z.object({
    matterId: Id,
    by: z.enum(['self', 'owners', 'starter']),
    name: text(40),
    /** The home they own here. */
    homeId: PlaceId,
    about: text(500),
  }),
  reply: Nominations,
  refusals: ['move-not-allowed', 'matter-unknown', 'already-nominated', 'not-an-owner-there', 'privacy-consent-needed'],
});

export const supportNomination = defineRoute({
  id: 'votes.support-nomination',
  method: 'POST',
  path: '/votes/{voteId}/nominations/{nominationId}/support',
  summary: 'Support a nomination as an owner, once',
  access: 'vote.petition',
  params: z.object({ voteId: Id, nominationId: Id }),
  query: Nothing,
  body: Nothing,
  reply: Nominations,
  refusals: ['move-not-allowed', 'nomination-unknown'],
});

export const checkNomination = defineRoute({
  id: 'votes.check-nomination',
  method: 'POST',
  path: '/votes/{voteId}/nominations/{nominationId}/check',
  summary: 'Say whether a nominee is eligible, with the reason where not; the eligible become candidates',
  access: 'vote.check-nomination',
  params: z.object({ voteId: Id, nominationId: Id }),
  query: Nothing,
  body: z.object({ eligible: z.boolean(), reason: z.optional(text(300)) }),
  reply: Nominations,
  refusals: ['move-not-allowed', 'nomination-unknown', 'already-checked', 'reason-needed', 'too-many-candidates'],
});

export const getReadiness = defineRoute({
  id: 'votes.get-readiness',
  method: 'GET',
  path: '/votes/{voteId}/readiness',
  summary: 'What still keeps a draft from being announced, check by check, for the times one has in mind',
  access: 'vote.prepare',
  params: OfVote,
  query: z.object({ opensAt: z.optional(z.coerce.number()), closesAt: z.optional(z.coerce.number()) }),
  body: Nothing,
  reply: Readiness,
  refusals: ['move-not-allowed'],
});

export const publishVote = defineRoute({
  id: 'votes.publish',
  method: 'POST',
  path: '/votes/{voteId}/publish',
  summary: 'Announce a vote: agenda, heads, total area and matters word for word are fixed from here on',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({ rev: Rev, opensAt: Instant, closesAt: Instant }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'not-ready'],
});

export const extendVote = defineRoute({
  id: 'votes.extend',
  method: 'POST',
  path: '/votes/{voteId}/extend',
  summary: 'Let a running vote end later; announced and recorded with the reason',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({ rev: Rev, closesAt: Instant, reason: text(300) }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'only-later'],
});

export const findHelper = defineRoute({
  id: 'votes.find-helper',
  method: 'POST',
  path: '/compounds/{compoundId}/vote-helpers',
  summary: 'Who has bound a phone number, by masked name, to be named as a scrutineer or as a caller at doors',
  access: 'vote.prepare',
  params: OfCompound,
  query: Nothing,
  body: z.object({ phone: Phone }),
  reply: z.object({ personId: Id, name: z.string() }),
  refusals: ['person-unknown'],
});

export const assignCallers = defineRoute({
  id: 'votes.assign-callers',
  method: 'POST',
  path: '/votes/{voteId}/callers',
  summary: 'Who calls at which building: only they see, there, who has not voted yet',
  access: 'vote.prepare',
  params: OfVote,
  query: Nothing,
  body: z.object({
    rev: Rev,
    callers: z.array(z.object({ personId: Id, placeId: PlaceId })).check(z.maxLength(60)),
  }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'caller-not-allowed', 'place-unknown'],
});

export const RollCorrection = z.object({
  rev: z.int(),
  at: Instant,
  by: z.string(),
  homeId: PlaceId,
  homeName: z.string(),
  reason: z.optional(z.string()),
  areaBefore: z.int(),
  areaAfter: z.int(),
  ownersChanged: z.boolean(),
  statusBefore: HomeStatus,
  statusAfter: HomeStatus,
});

export const correctRoll = defineRoute({
  id: 'votes.correct-roll',
  method: 'POST',
  path: '/votes/{voteId}/roll-corrections',
  summary:
    'Put one line of the roll right while the notice runs, with who and why; every vote on notice there tells of it',
  access: 'vote.correct-roll',
  params: OfVote,
  query: Nothing,
  body: z.object({
    rev: Rev,
    homeId: PlaceId,
    /** Hundredths of a square metre. */
    area: z.optional(z.int().check(z.minimum(500), z.maximum(200_000))),
    status: z.optional(HomeStatus),
    owners: z.optional(
      z
        .array(
          z.object({
            name: text(80),
            idDigits: z.optional(z.string().check(z.regex(/^[0-9A-Z]{4,6}$/))),
            phones: z._default(z.array(z.string().check(z.regex(/^[0-9]{7,12}$/))).check(z.maxLength(5)), []),
          }),
        )
        .check(z.minLength(1), z.maxLength(12)),
    ),
    reason: text(300),
  }),
  reply: VoteView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'home-not-on-roll', 'nothing-changed', 'roll-held'],
});

export const listRollCorrections = defineRoute({
  id: 'votes.list-roll-corrections',
  method: 'GET',
  path: '/votes/{voteId}/roll-corrections',
  summary: 'Corrections of the roll during the notice, newest first, with who and why',
  access: 'vote.inspect',
  params: OfVote,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RollCorrection),
  refusals: ['cursor-invalid'],
});

export const getVoteSheet = defineRoute({
  id: 'votes.get-sheet',
  method: 'GET',
  path: '/votes/{voteId}/sheet',
  summary: 'An address to read the public notice as an A4 document (PDF) with its QR code',
  access: 'anyone',
  params: OfVote,
  query: Nothing,
  body: Nothing,
  reply: z.object({ url: z.string() }),
  refusals: [],
});

export const getBallotPapers = defineRoute({
  id: 'votes.get-ballot-papers',
  method: 'GET',
  path: '/votes/{voteId}/ballot-papers',
  summary: 'An address to read numbered ballot papers 表决票 as a PDF, for the heads of one building or entrance',
  access: 'ballot.register',
  params: OfVote,
  query: z.object({ placeId: PlaceId }),
  body: Nothing,
  reply: z.object({ url: z.string(), papers: z.int() }),
  refusals: ['move-not-allowed', 'place-unknown', 'too-many-papers', 'already-returned'],
});

export const getVotingRules = defineRoute({
  id: 'votes.get-rules',
  method: 'GET',
  path: '/communities/{placeId}/voting-rules',
  summary: 'The rules template of a community’s votes, with its versions',
  access: 'anyone',
  params: OfPlace,
  query: Nothing,
  body: Nothing,
  reply: VotingRulesHistory,
  refusals: [],
});

export const changeVotingRules = defineRoute({
  id: 'votes.change-rules',
  method: 'PUT',
  path: '/communities/{placeId}/voting-rules',
  summary: 'Change the rules template; what runs keeps the version it began with',
  access: 'voting-rules.change',
  params: OfPlace,
  query: Nothing,
  body: z.object({ seen: z.int().check(z.minimum(0)), rules: VotingRules, reason: text(300) }),
  reply: VotingRulesHistory,
  refusals: ['place-unknown', 'changed-meanwhile', 'designation-needed'],
});
