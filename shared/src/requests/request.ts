import * as z from 'zod/mini';
import { CheckState } from '../media/contract';
import { Id, Instant, text } from '../kernel/schema';
import { PlaceId } from '../district/place';

/** A request's life; see `request-rules.ts` for the moves between. */
export const STATUSES = [
  'submitted',
  'passed-on',
  'accepted',
  'in-progress',
  'paused',
  'resolved',
  'confirmed',
  'half-fixed',
  'reopened',
  'declined',
  'withdrawn',
  'duplicate',
] as const;
export const Status = z.enum(STATUSES);
export type Status = z.output<typeof Status>;

/** Deadline classes of product defaults: emergency 2 h, utilities 24 h, general 7 d, complex 15 d. */
export const URGENCIES = ['emergency', 'utilities', 'general', 'complex'] as const;
export const Urgency = z.enum(URGENCIES);
export type Urgency = z.output<typeof Urgency>;

/** 三网合一: every case is one of the three. */
export const NETS = ['party-building', 'social-management', 'public-service'] as const;

export const CHANNELS = ['app', 'code', 'phone', 'on-behalf', 'hotline-12345'] as const;
export const CONTACTS = ['message', 'phone', 'none'] as const;
export const VISIBILITIES = ['private', 'public'] as const;

/** Where: a place of the tree, and words for the spot. */
export const Spot = z.object({
  placeId: PlaceId,
  placeName: text(120),
  words: z.optional(text(100)),
  /** WGS-84 degrees × 1e6. */
  point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
  gridId: z.optional(PlaceId),
});
export type Spot = z.output<typeof Spot>;

/** When a technician comes to a home. */
export const Visit = z.object({ from: Instant, until: Instant });
export type Visit = z.output<typeof Visit>;
/** A paid repair's price in whole fen, before work begins; payment stays outside. */
export const Quote = z.object({
  fen: z.int().check(z.minimum(1), z.maximum(100_000_000)),
  words: text(300),
  state: z.enum(['open', 'accepted', 'refused']),
  at: Instant,
});

/** Who has handled it, why, and what was shown: one step of the timeline. */
export const EVENT_KINDS = [
  'filed',
  'accepted',
  'assigned',
  'taken',
  'started',
  'visit-planned',
  'paused',
  'resumed',
  'quoted',
  'quote-answered',
  'resolved',
  'confirmed',
  'half-fixed',
  'reopened',
  'declined',
  'passed-on',
  'withdrawn',
  'marked-duplicate',
  'replied',
  'nudged',
  'joined',
  'called-back',
  'overdue',
  'escalated',
] as const;
export const EventKind = z.enum(EVENT_KINDS);
export type EventKind = z.output<typeof EventKind>;

/** What is stored of a request. Personal words and photos are shown only when checked. */
export const Request = z.object({
  id: Id,
  /** Short number to say on the phone: month, day and four letters. */
  number: z.string(),
  /** Counts every change; a change is conditional on the one seen. */
  rev: z.int(),
  status: Status,
  category: z.string(),
  urgency: Urgency,
  net: z.enum(NETS),
  title: text(60),
  words: text(1000),
  wordsCheck: CheckState,
  answers: z.record(z.string(), z.string()),
  photos: z.array(Id),
  spot: Spot,
  compoundId: PlaceId,
  homeId: z.optional(PlaceId),
  visibility: z.enum(VISIBILITIES),
  anonymous: z.boolean(),
  channel: z.enum(CHANNELS),
  contact: z.enum(CONTACTS),
  called12345: z.boolean(),
  hotline: z.optional(z.object({ number: text(40), dueAt: Instant })),
  /** Absent where staff recorded it for a caller who has no account: staff never speak as the filer. */
  filerId: z.optional(Id),
  /** Masked at filing, for those who may see a name: 3号楼 王**. */
  filerName: z.string(),
  /** Staff who entered it on the filer's behalf. */
  enteredById: z.optional(Id),
  holderId: Id,
  holderName: z.string(),
  firstHolderId: Id,
  /** Organisations that passed it on; it cannot come back to one of them by itself. */
  passedBy: z.array(Id),
  assigneeId: z.optional(Id),
  assigneeName: z.optional(z.string()),
  filedAt: Instant,
  firstAnswerDueAt: Instant,
  firstAnsweredAt: z.optional(Instant),
  /** When the holder's time for a first answer was found to have passed without one. */
  firstAnswerMissedAt: z.optional(Instant),
  /** By when it must be resolved; while paused, by when if it goes on at the pause's end. */
  dueAt: Instant,
  /** Time left on the running clock when paused, so that the pause does not eat it. */
  leftMs: z.optional(z.int()),
  pausedUntil: z.optional(Instant),
  pauseReason: z.optional(text(200)),
  overdueSince: z.optional(Instant),
  /** While overdue: when it goes to the next level by itself. */
  escalateAt: z.optional(Instant),
  escalation: z.optional(z.object({ level: z.int(), organisationId: Id, organisationName: z.string(), at: Instant })),
  /** The first holder (首接负责) and every organisation it was escalated to. */
  answerableIds: z.array(Id),
  visit: z.optional(Visit),
  quote: z.optional(Quote),
  joined: z.int(),
  nudges: z.int(),
  lastNudgedAt: z.optional(Instant),
  resolvedAt: z.optional(Instant),
  proof: z.optional(z.object({ words: text(500), before: z.array(Id), after: z.array(Id) })),
  satisfied: z.optional(z.boolean()),
  answeredAt: z.optional(Instant),
  duplicateOf: z.optional(Id),
  closedReason: z.optional(text(300)),
  /** 1 at filing; each half-fixed or reopened begins another. */
  round: z.int(),
});
export type Request = z.output<typeof Request>;

/** A step of the timeline as stored. */
export const RequestEvent = z.object({
  rev: z.int(),
  kind: EventKind,
  at: Instant,
  byId: z.optional(Id),
  byRole: z.string(),
  byName: z.string(),
  words: z.optional(text(1000)),
  wordsCheck: z.optional(CheckState),
  photos: z.array(Id),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type RequestEvent = z.output<typeof RequestEvent>;
