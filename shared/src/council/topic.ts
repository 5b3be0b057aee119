import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { CheckState } from '../media/contract';
import { RulesInForce } from './council-rules';
import { MATTERS } from './topic-matters';
import { TopicStatus } from './kinds';
import { STANCES } from './outcome';

/** Where the convener sends what is not the council's. */
export const REDIRECTS = ['request', 'vote', 'street'] as const;
/** How residents find what was carried out. */
export const RATINGS = ['good', 'fair', 'poor'] as const;
export type Rating = (typeof RATINGS)[number];

/** Something a party has promised to do by a date. */
export const Task = z.object({
  /** `t1`, `t2` … within its topic. */
  id: Id,
  words: text(200),
  party: z.enum(PARTIES),
  /** The body that holds the party's seat, and so has the work. */
  bodyId: z.optional(Id),
  bodyName: z.string(),
  steps: z.array(z.object({ words: text(80), done: z.boolean() })).check(z.maxLength(8)),
  dueAt: Instant,
  doneAt: z.optional(Instant),
  /** The street was told that its date passed. */
  overdueSince: z.optional(Instant),
});
export type Task = z.output<typeof Task>;

/** What a party said of a topic, and what of it counts. */
export const Position = z.object({
  party: z.enum(PARTIES),
  /** First how each stands; `vote` once the chair has called the vote, one a party. */
  round: z.enum(['position', 'vote']),
  stance: z.enum(STANCES),
  reasons: text(1000),
  byName: z.string(),
  /** Entered by the chair for a delegate without a phone. */
  byChair: z.boolean(),
  at: Instant,
});
export type Position = z.output<typeof Position>;

/** What the council resolved on a topic (议定事项). */
export const Resolution = z.object({
  agreed: z.boolean(),
  by: z.enum(['consensus', 'vote']),
  agreeing: z.array(z.enum(PARTIES)),
  objecting: z.array(z.enum(PARTIES)),
  words: text(2000),
  at: Instant,
});
export type Resolution = z.output<typeof Resolution>;

export const Topic = z.object({
  id: Id,
  /** Short number to say on the phone: month, day and four letters. */
  number: z.string(),
  rev: z.int(),
  /** Fingerprint of the newest step of its record. */
  fingerprint: z.string(),
  status: TopicStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  title: text(60),
  words: text(2000),
  /** Title, words and spot, checked together. */
  wordsCheck: CheckState,
  /** When they were written: from then on they wait for a verdict. */
  wordsAt: z.optional(Instant),
  /** The step that holds them. */
  wordsRev: z._default(z.int(), 1),
  photos: z.array(Id),
  /** Where in the compound. */
  spot: z.optional(text(100)),
  matter: z.enum(MATTERS),
  proposerId: Id,
  /** 3号楼 王**, or the party. */
  proposerName: z.string(),
  /** The party that proposes it; absent for a resident. */
  proposedFor: z.optional(z.enum(PARTIES)),
  proposedAt: Instant,
  /** 1 as proposed; each amendment is another. */
  version: z.int(),
  rules: RulesInForce,
  seconds: z.int(),
  comments: z.int(),
  /** By when the convener screens; absent while seconds are still missing. */
  screenBy: z.optional(Instant),
  /** That time passed without a word from the convener, and the street was told. */
  screenOverdue: z.optional(z.boolean()),
  /** When it came to its present status: how long it has been there. */
  since: Instant,
  /** The session it is or was on the agenda of. */
  sessionId: z.optional(Id),
  mergedInto: z.optional(Id),
  mergedFrom: z.array(Id),
  closedReason: z.optional(text(300)),
  /** The step whose words the reason repeats. */
  reasonRev: z.optional(z.int()),
  redirectedTo: z.optional(z.enum(REDIRECTS)),
  resolution: z.optional(Resolution),
  /** The step whose words the resolution repeats. */
  resolvedRev: z.optional(z.int()),
  tasks: z.array(Task).check(z.maxLength(10)),
  ratings: z.object({ good: z.int(), fair: z.int(), poor: z.int() }),
});
export type Topic = z.output<typeof Topic>;

export const TOPIC_EVENT_KINDS = [
  'proposed',
  'amended',
  'seconded',
  'commented',
  'comment-hidden',
  'withdrawn',
  'accepted',
  'merged',
  'took-in',
  'returned',
  'redirected',
  'scheduled',
  'unscheduled',
  'agreed',
  'deferred',
  'referred',
  'published',
  'in-force',
  'progress',
  'task-done',
  'task-overdue',
  'screening-overdue',
  'supervised',
  'rated',
] as const;
export type TopicEventKind = (typeof TOPIC_EVENT_KINDS)[number];
