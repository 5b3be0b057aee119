import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { CheckState } from '../media/contract';
import { FundPlan } from './apportionment';
import { OUTCOMES } from './assembly-rules';
import { RESERVED_MATTERS, THRESHOLDS } from './matters';
import { VotingRulesInForce } from './voting-rules';

/** A vote of the owners' assembly 业主大会表决: what it asks, of whom, by which rules, and what came of it. */

/** Who may start one (业主大会和业主委员会指导规则; Civil Code art. 277). */
export const STARTERS = [
  'owners-committee',
  /** 筹备组: before there is a committee. */
  'preparatory-group',
  /** 换届小组: for electing the next committee. */
  'election-group',
  /** The residents' committee standing in. */
  'committee-of-residents',
  /** 联名提议: owners together. */
  'owners-petition',
] as const;
export const Starter = z.enum(STARTERS);
export type Starter = z.output<typeof Starter>;

export const VOTE_STATUSES = [
  'draft',
  'collecting',
  'nominating',
  'on-notice',
  'opening',
  'open',
  'sealing',
  'counting',
  'tallying',
  'published',
  'withdrawn',
] as const;
export const VoteStatus = z.enum(VOTE_STATUSES);
export type VoteStatus = z.output<typeof VoteStatus>;

/** Whose vote it is: the whole compound, or the buildings and entrances that bear the cost (列支范围). */
export const Scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('compound') }),
  z.object({
    kind: z.literal('places'),
    placeIds: z.array(PlaceId).check(z.minLength(1), z.maxLength(60)),
    /** The local rule that lets a part of the compound decide. */
    basis: text(200),
  }),
]);
export type Scope = z.output<typeof Scope>;

export const Candidate = z.object({
  /** `c1`, `c2` … within its matter. */
  id: Id,
  personId: z.optional(Id),
  name: text(40),
  /** In the candidate's own words. */
  about: text(500),
  by: z.enum(['self', 'owners', 'starter']),
});
export type Candidate = z.output<typeof Candidate>;

export const Election = z.object({
  seats: z.int().check(z.minimum(1), z.maximum(11)),
  /** Members of the whole committee; left out where all are elected. */
  size: z.optional(z.int()),
  alternates: z.int().check(z.minimum(0), z.maximum(5)),
  /** Published with the notice; empty while nominations run. */
  candidates: z.array(Candidate).check(z.maxLength(40)),
});
export type Election = z.output<typeof Election>;

/** One matter of the vote, word for word as it is voted on. Each is counted alone. */
export const Matter = z.object({
  /** `m1`, `m2` … within its vote. */
  id: Id,
  kind: z.enum(RESERVED_MATTERS),
  title: text(60),
  words: text(3000),
  attachments: z.array(Id).check(z.maxLength(9)),
  fund: z.optional(FundPlan),
  election: z.optional(Election),
});
export type Matter = z.output<typeof Matter>;

const Measure = z.object({ area: z.int(), heads: z.int() });
const Both = z.object({ area: z.boolean(), heads: z.boolean() });

export const Tally = z.object({ all: Measure, tookPart: Measure, for: Measure, against: Measure, abstain: Measure });
export const QuestionResult = z.object({
  questionId: Id,
  matterId: Id,
  candidateId: z.optional(Id),
  tally: Tally,
  outcome: z.enum(OUTCOMES),
  threshold: z.enum(THRESHOLDS),
  article: z.string(),
  participation: Both,
  agreement: Both,
  /** Only where the rules of procedure count the silent with the majority; beside the lawful tally. */
  withSilence: z.optional(z.object({ tally: Tally, outcome: z.enum(OUTCOMES) })),
});
export type QuestionResult = z.output<typeof QuestionResult>;

export const ElectionResult = z.object({
  matterId: Id,
  outcome: z.enum(['elected', 'too-few', 'tie', 'no-quorum']),
  elected: z.array(Id),
  alternates: z.array(Id),
  tied: z.array(Id),
});

/** What was counted. Written once, by the closing, and never changed. */
export const VoteResult = z.object({
  at: Instant,
  questions: z.array(QuestionResult),
  elections: z.array(ElectionResult),
  /** Ballots by the way they came; spoiled papers took no part. */
  ballots: z.object({ phone: z.int(), proxy: z.int(), paper: z.int(), spoiled: z.int() }),
  /** The log's size and root (hex) at the close. */
  log: z.object({ size: z.int(), root: z.string() }),
});
export type VoteResult = z.output<typeof VoteResult>;

/** Named in the notice: they watch the counting and sign it. */
export const Scrutineer = z.object({ personId: Id, name: text(40) });
export type Scrutineer = z.output<typeof Scrutineer>;

/** Committee or community members who call at the homes of a building; only they see who has not voted there. */
export const DoorCaller = z.object({ personId: Id, name: text(40), placeId: PlaceId });

export const Vote = z.object({
  id: Id,
  /** Short number to say on the phone. */
  number: z.string(),
  rev: z.int(),
  /** Fingerprint of the newest step of its record. */
  fingerprint: z.string(),
  status: VoteStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  starter: Starter,
  startedBy: Id,
  startedByName: z.string(),
  title: text(60),
  scope: Scope,
  matters: z.array(Matter).check(z.minLength(1), z.maxLength(10)),
  /** How many ids of matters were given so far: none is given twice to what owners can be nominated for. */
  mattersMade: z.optional(z.int()),
  /** The council topic it came from. */
  topicId: z.optional(Id),
  rulesInForce: VotingRulesInForce,
  scrutineers: z.array(Scrutineer).check(z.maxLength(7)),
  doorCallers: z.array(DoorCaller).check(z.maxLength(60)),
  begunAt: Instant,
  /** When it came to its status. */
  since: Instant,
  /** Verdict on the words of the newest version: title, matters and their texts. */
  wordsCheck: z.optional(CheckState),
  /** A petition's signatures: how many heads, how many are needed, until when. */
  petition: z.optional(z.object({ signed: z.int(), needed: z.int(), heads: z.int(), until: Instant })),
  nominateUntil: z.optional(Instant),
  noticeAt: z.optional(Instant),
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  /** As announced first, if it was extended. */
  closedFirstAt: z.optional(Instant),
  /** Whole roll in scope, as announced; frozen when the vote opens. */
  electorate: z.optional(z.object({ homes: z.int(), area: z.int(), heads: z.int() })),
  openedAt: z.optional(Instant),
  sealedAt: z.optional(Instant),
  /** Scrutineers who had not signed the counting in their days, and why it went on without them; the step that says so. */
  unsigned: z.optional(z.object({ names: z.array(z.string()), reason: text(200), rev: z.int() })),
  result: z.optional(VoteResult),
  publishedAt: z.optional(Instant),
  withdrawnReason: z.optional(text(300)),
  /** Revisions of the newest steps that its timeline lists: the record has them all. */
  listed: z.optional(z.array(z.int())),
  /** Objections to the result so far. */
  objections: z.optional(z.int()),
});
export type Vote = z.output<typeof Vote>;
