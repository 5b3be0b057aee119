import * as z from 'zod/mini';
import { OrganisationCard } from '../district/contract';
import { PlaceId } from '../district/place';
import { Id, Instant } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { CategoryKey } from './contract-parts';
import { CHANNELS, CONTACTS, EventKind, NETS, Quote, Status, Urgency, VISIBILITIES, Visit } from './request';
import { MOVES } from './request-rules';

/** A request as a row: what its asker may see, nothing more. */
export const RequestRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: Status,
  category: CategoryKey,
  urgency: Urgency,
  /** The category's name and where it is; the filer's words only when they may be shown. */
  title: z.string(),
  words: z.optional(z.string()),
  placeName: z.string(),
  thumbnailUrl: z.optional(z.string()),
  holderName: z.string(),
  assigneeId: z.optional(Id),
  assigneeName: z.optional(z.string()),
  filedAt: Instant,
  dueAt: Instant,
  pausedUntil: z.optional(Instant),
  overdueSince: z.optional(Instant),
  joined: z.int(),
  nudges: z.int(),
  visit: z.optional(Visit),
});
export type RequestRow = z.output<typeof RequestRow>;

/** A step of the timeline as its asker may see it. */
export const TimelineStep = z.object({
  rev: z.int(),
  kind: EventKind,
  at: Instant,
  /** Role and masked name: 物业 李*; staff see the full name. */
  by: z.string(),
  byRole: z.string(),
  words: z.optional(z.string()),
  wordsState: z.optional(CheckState),
  photos: z.array(PhotoView),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TimelineStep = z.output<typeof TimelineStep>;

export const RequestView = z.extend(RequestRow, {
  net: z.enum(NETS),
  wordsState: CheckState,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  photos: z.array(PhotoView),
  spot: z.object({
    placeId: PlaceId,
    placeName: z.string(),
    words: z.optional(z.string()),
    point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
  }),
  visibility: z.enum(VISIBILITIES),
  channel: z.enum(CHANNELS),
  contact: z.enum(CONTACTS),
  /** The filer said that they had called 12345 already. */
  called12345: z.optional(z.boolean()),
  filerName: z.string(),
  mine: z.boolean(),
  joinedByMe: z.boolean(),
  holder: OrganisationCard,
  firstHolderId: Id,
  firstAnswerDueAt: Instant,
  firstAnsweredAt: z.optional(Instant),
  pauseReason: z.optional(z.string()),
  /** What happens by itself if nothing is done until `dueAt`. */
  next: z.optional(z.object({ level: z.int(), organisationName: z.string() })),
  escalation: z.optional(z.object({ level: z.int(), organisationName: z.string(), at: Instant })),
  hotline: z.optional(z.object({ number: z.string(), dueAt: Instant })),
  /** Words are empty while they are being checked. */
  quote: z.optional(z.extend(Quote, { words: z.string() })),
  resolvedAt: z.optional(Instant),
  proof: z.optional(z.object({ words: z.string(), before: z.array(PhotoView), after: z.array(PhotoView) })),
  duplicateOf: z.optional(Id),
  closedReason: z.optional(z.string()),
  round: z.int(),
  timeline: z.array(TimelineStep),
  /** Moves this asker may make now, by the lifecycle and the authority table. */
  moves: z.array(z.enum(MOVES)),
});
export type RequestView = z.output<typeof RequestView>;
