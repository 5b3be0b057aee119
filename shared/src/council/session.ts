import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { RulesInForce } from './council-rules';
import { SessionStatus } from './kinds';
import { Seat } from './seats';
import { Position, Resolution } from './topic';

/** One topic on the agenda, and how far the session has come with it. */
export const AgendaItem = z.object({
  topicId: Id,
  title: text(60),
  state: z.enum(['waiting', 'open', 'voting', 'agreed', 'deferred', 'referred']),
  positions: z.array(Position),
  resolution: z.optional(Resolution),
  /** Why it was deferred or referred. */
  reason: z.optional(text(300)),
  /** When it was agreed, deferred or referred. */
  settledAt: z.optional(Instant),
});
export type AgendaItem = z.output<typeof AgendaItem>;

/** Who may speak for a party in this session. */
export const Delegate = z.object({
  personId: Id,
  party: z.enum(PARTIES),
  /** Masked as everywhere: 李**. */
  name: z.string(),
  /** Named by the party in place of its own people. */
  substitute: z.boolean(),
  answer: z.optional(z.enum(['coming', 'not-coming'])),
});
export type Delegate = z.output<typeof Delegate>;

/** Speaks without a vote (列席). */
export const Observer = z.object({ name: text(40), from: text(60) });
export type Observer = z.output<typeof Observer>;

export const Attendance = z.object({
  /** Absent for somebody without an account, whom the chair signed in by name. */
  personId: z.optional(Id),
  party: z.enum(PARTIES),
  name: z.string(),
  at: Instant,
  /** By the rotating code at the venue, or by the chair for somebody without a phone. */
  by: z.enum(['code', 'chair']),
});
export type Attendance = z.output<typeof Attendance>;

/** As many as sign in at one sitting. */
export const MOST_SIGNED_IN = 60;
/** An earlier sitting of the session, and who had signed in then. */
export const Sitting = z.object({
  from: Instant,
  until: Instant,
  attendance: z.array(Attendance).check(z.maxLength(MOST_SIGNED_IN)),
});
export type Sitting = z.output<typeof Sitting>;
/** A session that is still not through after so many sittings goes on as another session. */
export const MOST_SITTINGS = 6;

export const Minutes = z.object({
  words: text(10_000),
  /** Each edit is another. */
  version: z.int(),
  confirmations: z.array(
    z.object({
      party: z.enum(PARTIES),
      name: z.string(),
      at: Instant,
      /** Entered by the chair for a party that was there without a phone. */
      byChair: z.optional(z.boolean()),
    }),
  ),
  /** Parties that once said that something was wrong: they confirm by themselves, nobody for them. */
  disputedBy: z.optional(z.array(z.enum(PARTIES))),
  /** Those of them that said so of the words as they stand: nobody locks the minutes without them. */
  contestedBy: z.optional(z.array(z.enum(PARTIES))),
  /** The party that let the days to confirm go by; the minutes were locked without it. */
  lockedWithout: z.optional(z.enum(PARTIES)),
  /** Over the confirmed words and the record up to then; set once, when they are locked. */
  fingerprint: z.optional(z.string()),
  lockedAt: z.optional(Instant),
});
export type Minutes = z.output<typeof Minutes>;

export const CouncilSession = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  fingerprint: z.string(),
  status: SessionStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  rules: RulesInForce,
  calledAt: Instant,
  chairId: Id,
  chairName: z.string(),
  startsAt: Instant,
  venue: text(100),
  online: z.boolean(),
  /** The failed session of which this is the second calling (二次召集). */
  secondOf: z.optional(Id),
  /** The second calling of this session, which failed. */
  followedBy: z.optional(Id),
  seats: z.array(Seat),
  delegates: z.array(Delegate).check(z.maxLength(40)),
  observers: z.array(Observer).check(z.maxLength(20)),
  attendance: z.array(Attendance).check(z.maxLength(MOST_SIGNED_IN)),
  /** Earlier sittings, oldest first; `attendance` is of the one at hand. */
  sittings: z.optional(z.array(Sitting).check(z.maxLength(MOST_SITTINGS))),
  /** When the sitting at hand began, where that is not the opening. */
  resumedAt: z.optional(Instant),
  agenda: z.array(AgendaItem).check(z.minLength(1), z.maxLength(8)),
  openedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  /** When it goes on, while adjourned. */
  resumesAt: z.optional(Instant),
  closedReason: z.optional(text(300)),
  minutes: z.optional(Minutes),
  minutesDueAt: z.optional(Instant),
  minutesOverdue: z.optional(z.boolean()),
  notice: z.optional(z.object({ publishedAt: Instant, endsAt: Instant, endedAt: z.optional(Instant) })),
  /** Revisions of objections that nobody has answered yet. */
  openObjections: z.array(z.int()),
  objections: z.int(),
  since: Instant,
});
export type CouncilSession = z.output<typeof CouncilSession>;

export const SESSION_EVENT_KINDS = [
  'called',
  'answered',
  'substitute-named',
  'observer-invited',
  'cancelled',
  'opened',
  'signed-in',
  'failed',
  'called-again',
  'item-opened',
  'position-stated',
  'vote-called',
  'item-concluded',
  'item-deferred',
  'item-referred',
  'adjourned',
  'resumed',
  'ended',
  'minutes-edited',
  'minutes-sent',
  'minutes-confirmed',
  'minutes-disputed',
  'minutes-recalled',
  'minutes-locked',
  'minutes-locked-without',
  'minutes-overdue',
  'published',
  'objected',
  'objection-answered',
  'notice-ended',
] as const;
export type SessionEventKind = (typeof SESSION_EVENT_KINDS)[number];
