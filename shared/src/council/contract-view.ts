import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { Id, Instant } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { TopicVote } from '../votes/contract-view';
import { SessionRow, TopicRow } from './contract-lists';
import { CouncilRules, RulesInForce } from './council-rules';
import { STANCES } from './outcome';
import { MATTERS } from './topic-matters';
import { Seat } from './seats';
import { AgendaItem, Attendance, Delegate, Minutes, Observer, SESSION_EVENT_KINDS } from './session';
import { SessionStatus } from './kinds';
import { SESSION_MOVES } from './session-rules';
import { MARKS } from './table-of-four';
import { REDIRECTS, Resolution, TOPIC_EVENT_KINDS, Task } from './topic';
import { TOPIC_MOVES } from './topic-rules';

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** One side of the table of four for a topic. */
export const TableSide = z.object({
  party: z.enum(PARTIES),
  bodyName: z.optional(z.string()),
  standIn: z.boolean(),
  signedIn: z.boolean(),
  stance: z.optional(z.enum(STANCES)),
  tasks: z.int(),
  tasksDone: z.int(),
  mark: z.enum(MARKS),
});
export type TableSide = z.output<typeof TableSide>;

/** A step as its asker may see it. Words are absent while they are checked, or hidden by the community. */
const step = <K extends z.core.$ZodType>(kind: K) =>
  z.object({
    rev: z.int(),
    kind,
    at: Instant,
    /** Masked name, with the party or role: 业委会 李*. */
    by: z.string(),
    mine: z.boolean(),
    words: z.optional(z.string()),
    wordsState: z.optional(CheckState),
    hidden: z.boolean(),
    photos: z.array(PhotoView),
    facts: Facts,
  });
export const TopicStep = step(z.enum(TOPIC_EVENT_KINDS));
export type TopicStep = z.output<typeof TopicStep>;
export const SessionStep = step(z.enum(SESSION_EVENT_KINDS));
export type SessionStep = z.output<typeof SessionStep>;

export const TopicView = z.extend(TopicRow, {
  words: z.optional(z.string()),
  wordsState: CheckState,
  photos: z.array(PhotoView),
  spot: z.optional(z.string()),
  matter: z.enum(MATTERS),
  version: z.int(),
  proposedFor: z.optional(z.enum(PARTIES)),
  mine: z.boolean(),
  secondedByMe: z.boolean(),
  /** The version that this asker seconded: their second stands although the words were amended since. */
  secondedVersion: z.optional(z.int()),
  ratedByMe: z.boolean(),
  rules: RulesInForce,
  table: z.array(TableSide),
  session: z.optional(z.object({ id: Id, status: SessionStatus, startsAt: Instant, venue: z.string() })),
  notice: z.optional(z.object({ publishedAt: Instant, endsAt: Instant })),
  mergedInto: z.optional(Id),
  mergedFrom: z.array(Id),
  closedReason: z.optional(z.string()),
  redirectedTo: z.optional(z.enum(REDIRECTS)),
  /** Votes of the owners that took it on, oldest first; drafts for those who prepare them alone. */
  votes: z.array(TopicVote),
  resolution: z.optional(Resolution),
  taskList: z.array(Task),
  ratings: z.object({ good: z.int(), fair: z.int(), poor: z.int() }),
  /** The last of its steps, newest last; seconds are counted, not listed. */
  timeline: z.array(TopicStep),
  /** There are earlier steps than those: what came before this revision is asked for by it. */
  earlier: z.optional(z.int()),
  fingerprint: z.string(),
  /** Moves this asker may make now, by the lifecycle and the authority table. */
  moves: z.array(z.enum(TOPIC_MOVES)),
  /** Tasks among `taskList` that are this asker's party's to do. */
  myTasks: z.array(Id),
});
export type TopicView = z.output<typeof TopicView>;

export const SessionView = z.extend(SessionRow, {
  rules: RulesInForce,
  calledAt: Instant,
  /** The second calling of this session, which failed. */
  followedBy: z.optional(Id),
  chairName: z.string(),
  seats: z.array(Seat),
  /** People of the parties, without their ids for those who do not chair. */
  delegates: z.array(z.extend(Delegate, { personId: z.optional(Id), mine: z.boolean() })),
  observers: z.array(Observer),
  attendance: z.array(z.extend(Attendance, { personId: z.optional(Id) })),
  quorum: z.object({ present: z.array(z.enum(PARTIES)), needed: z.int(), reached: z.boolean() }),
  agenda: z.array(AgendaItem),
  openedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  resumesAt: z.optional(Instant),
  closedReason: z.optional(z.string()),
  minutes: z.optional(Minutes),
  minutesDueAt: z.optional(Instant),
  unconfirmed: z.array(z.enum(PARTIES)),
  /** Those of them for which the chair may enter it. */
  confirmableFor: z.array(z.enum(PARTIES)),
  /** The minutes wait for this party alone, and may be locked without it from then on. */
  silent: z.optional(z.object({ party: z.enum(PARTIES), lockableFrom: Instant })),
  /** Words that a notice would show are still being checked: it waits for them. */
  noticeWaits: z.optional(z.boolean()),
  notice: z.optional(z.object({ publishedAt: Instant, endsAt: Instant, endedAt: z.optional(Instant) })),
  objections: z.int(),
  openObjections: z.array(z.int()),
  /** The party this asker speaks for. */
  myParty: z.optional(z.enum(PARTIES)),
  signedInByMe: z.boolean(),
  chairedByMe: z.boolean(),
  timeline: z.array(SessionStep),
  fingerprint: z.string(),
  moves: z.array(z.enum(SESSION_MOVES)),
});
export type SessionView = z.output<typeof SessionView>;

/** A public notice (公示) of what a session resolved; open to everybody, without anybody's full name. */
export const PublicNotice = z.object({
  sessionId: Id,
  number: z.string(),
  compoundId: PlaceId,
  compoundName: z.string(),
  heldAt: Instant,
  publishedAt: Instant,
  endsAt: Instant,
  endedAt: z.optional(Instant),
  resolutions: z.array(
    z.object({ topicId: Id, title: z.string(), words: z.string(), by: Resolution.shape.by, tasks: z.array(Task) }),
  ),
  minutes: z.string(),
  /** The party without whose confirmation the minutes were locked, its days being over. */
  lockedWithout: z.optional(z.enum(PARTIES)),
  fingerprint: z.string(),
  objections: z.array(
    z.object({
      rev: z.int(),
      at: Instant,
      /** Masked; absent words are being checked. */
      signature: z.string(),
      /** Handed in on paper; the community entered it. */
      onPaper: z.optional(z.boolean()),
      words: z.optional(z.string()),
      mine: z.boolean(),
      answer: z.optional(z.object({ at: Instant, words: z.optional(z.string()) })),
    }),
  ),
  /** This asker may object now. */
  mayObject: z.boolean(),
  /** This asker may enter one that was handed in on paper. */
  mayObjectFor: z.boolean(),
  rev: z.int(),
});
export type PublicNotice = z.output<typeof PublicNotice>;

/** The rules template of a community: the version in force and those before it. */
export const RulesHistory = z.object({
  placeId: PlaceId,
  version: z.int(),
  rules: CouncilRules,
  changes: z.array(
    z.object({ version: z.int(), rules: CouncilRules, at: Instant, byName: z.string(), reason: z.string() }),
  ),
  mayChange: z.boolean(),
});
export type RulesHistory = z.output<typeof RulesHistory>;

/** How often a party's seat stayed empty, and in how many sessions it should have been there. */
export const AwayRow = z.object({
  compoundId: PlaceId,
  compoundName: z.string(),
  party: z.enum(PARTIES),
  bodyName: z.string(),
  missed: z.int(),
  sessions: z.int(),
});
export type AwayRow = z.output<typeof AwayRow>;
