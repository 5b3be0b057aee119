import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { FundPlan } from './apportionment';
import { RESERVED_MATTERS, THRESHOLDS } from './matters';
import { Candidate, DoorCaller, Scope, Starter, VoteResult, VoteStatus } from './vote';
import { VOTE_MOVES } from './vote-rules';
import { VOTE_STEPS } from './vote-steps';
import { LegalForce, VotingRules, VotingRulesInForce } from './voting-rules';

/** How far a vote has come, as lists show it. */
export const VOTE_STAGES = ['preparing', 'gathering', 'running', 'done'] as const;
export type VoteStage = (typeof VOTE_STAGES)[number];

/** What is in each stage. Drafts are seen by those who prepare; from the notice on, votes are public. */
export const STAGE_STATUSES = {
  preparing: ['draft'],
  gathering: ['collecting', 'nominating'],
  running: ['on-notice', 'opening', 'open', 'sealing', 'counting', 'tallying'],
  done: ['published', 'withdrawn'],
} as const satisfies Record<VoteStage, readonly VoteStatus[]>;

export const PetitionView = z.object({ signed: z.int(), needed: z.int(), heads: z.int(), until: Instant });

/** A vote as a row. */
export const VoteRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: VoteStatus,
  legalForce: LegalForce,
  compoundId: PlaceId,
  compoundName: z.string(),
  starter: Starter,
  /** 正在核验 while words are being checked, for all but those who prepare it. */
  title: z.string(),
  matters: z.array(z.object({ title: z.string(), kind: z.enum(RESERVED_MATTERS), outcome: z.optional(z.string()) })),
  since: Instant,
  noticeAt: z.optional(Instant),
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  publishedAt: z.optional(Instant),
  nominateUntil: z.optional(Instant),
  petition: z.optional(PetitionView),
});
export type VoteRow = z.output<typeof VoteRow>;

/** A vote as the council's topic that it took on shows it. */
export const TopicVote = z.pick(VoteRow, { id: true, number: true, title: true, status: true, legalForce: true });
export type TopicVote = z.output<typeof TopicVote>;

/** What the asker's homes would bear of a matter that costs: fen, by the roll's areas. */
export const MyShare = z.object({ homes: z.int(), area: z.int(), fromFund: z.int(), toPay: z.int() });

export const MatterView = z.object({
  id: Id,
  kind: z.enum(RESERVED_MATTERS),
  title: z.string(),
  words: z.optional(z.string()),
  /** The law's own words for this kind of matter, and where they stand. */
  matterWords: z.string(),
  article: z.string(),
  threshold: z.enum(THRESHOLDS),
  /** What must be reached, in words. */
  thresholdWords: z.string(),
  attachments: z.array(PhotoView),
  fund: z.optional(FundPlan),
  myShare: z.optional(MyShare),
  election: z.optional(
    z.object({
      seats: z.int(),
      /** Members of the whole committee: more than are elected where vacant seats are filled. */
      size: z.int(),
      alternates: z.int(),
      candidates: z.array(z.pick(Candidate, { id: true, name: true, about: true, by: true })),
    }),
  ),
});
export type MatterView = z.output<typeof MatterView>;

/** A step of the record as its asker may see it. Words are absent while they are checked, or held. */
export const VoteStepView = z.object({
  rev: z.int(),
  kind: z.enum(VOTE_STEPS),
  at: Instant,
  /** Masked name, with the body or role: 业委会 李*. */
  by: z.string(),
  mine: z.boolean(),
  words: z.optional(z.string()),
  wordsState: z.optional(CheckState),
  photos: z.array(PhotoView),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type VoteStepView = z.output<typeof VoteStepView>;

export const VoteView = z.extend(VoteRow, {
  startedByName: z.string(),
  wordsState: CheckState,
  scope: Scope,
  /** Names of the buildings and entrances in scope; empty for the whole compound. */
  scopeNames: z.array(z.string()),
  matterList: z.array(MatterView),
  topicId: z.optional(Id),
  rules: VotingRulesInForce,
  /** Named in the notice; with their ids for those who prepare. */
  scrutineers: z.array(z.object({ name: z.string(), personId: z.optional(Id), mine: z.boolean() })),
  /** Scrutineers without whose signature the counting went on; the reason once its words are checked. */
  unsigned: z.optional(z.object({ names: z.array(z.string()), reason: z.optional(z.string()) })),
  /** For those who prepare; a caller sees their own. */
  doorCallers: z.array(DoorCaller),
  closedFirstAt: z.optional(Instant),
  electorate: z.optional(z.object({ homes: z.int(), area: z.int(), heads: z.int() })),
  openedAt: z.optional(Instant),
  sealedAt: z.optional(Instant),
  withdrawnReason: z.optional(z.string()),
  signedByMe: z.boolean(),
  result: z.optional(VoteResult),
  /** Until when the result is on public notice, and can be challenged in court. */
  resultNoticeUntil: z.optional(Instant),
  challengeUntil: z.optional(Instant),
  objections: z.int(),
  timeline: z.array(VoteStepView),
  fingerprint: z.string(),
  /** Moves this asker may make now, by the lifecycle and the authority table. */
  moves: z.array(z.enum(VOTE_MOVES)),
  /** May inspect the count and who took part. */
  mayInspect: z.boolean(),
});
export type VoteView = z.output<typeof VoteView>;

export const VotingRulesHistory = z.object({
  placeId: PlaceId,
  version: z.int(),
  rules: VotingRules,
  changes: z.array(
    z.object({ version: z.int(), rules: VotingRules, at: Instant, byName: z.string(), reason: z.string() }),
  ),
  mayChange: z.boolean(),
});
export type VotingRulesHistory = z.output<typeof VotingRulesHistory>;

/** Why a vote cannot be announced yet, or what should be looked at first. */
export const READINESS_CHECKS = [
  'rules',
  'notice-days',
  'voting-days',
  'roll',
  'roll-import',
  'areas',
  'heads',
  'scope',
  'words',
  'nominations',
  'candidates',
  'scrutineers',
  'co-owners',
] as const;
export const ReadinessCheck = z.object({
  check: z.enum(READINESS_CHECKS),
  /** `blocks`: the notice is refused; `warns`: it may go out, but somebody should know. */
  state: z.enum(['fine', 'blocks', 'warns']),
  /** Numbers and instants that say how much and until when. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type ReadinessCheck = z.output<typeof ReadinessCheck>;

export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.array(ReadinessCheck),
  /** The electorate as the roll stands now. */
  electorate: z.object({ homes: z.int(), area: z.int(), heads: z.int(), coOwned: z.int(), unsold: z.int() }),
  earliestOpening: Instant,
  earliestClose: Instant,
});
export type Readiness = z.output<typeof Readiness>;

/** What stands open for those who prepare and look after votes, by when. */
export const VOTE_NEED_KINDS = [
  'petition-reached',
  'nominations-to-check',
  'vote-to-count',
  'objection-to-answer',
  'committee-result-late',
  'repair-to-check',
  'repair-accounts-late',
] as const;
export const VoteNeed = z.object({
  kind: z.enum(VOTE_NEED_KINDS),
  id: Id,
  title: z.string(),
  compoundId: PlaceId,
  compoundName: z.string(),
  since: Instant,
  dueAt: z.optional(Instant),
});
export type VoteNeed = z.output<typeof VoteNeed>;
