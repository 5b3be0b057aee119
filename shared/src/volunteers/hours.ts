import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { HoursKind, HoursMark, TeamKind, VolunteerId } from './kinds';

/** An entry in somebody's record of hours (志愿服务时长). Entries are added and never changed. */
export const HoursEntry = z.object({
  id: Id,
  volunteerId: VolunteerId,
  kind: HoursKind,
  /** Added by hand, or the correction of such an entry: kept apart in every sum. */
  byHand: z.boolean(),
  /** Whole minutes; of a correction the difference, which may be negative. */
  minutes: z.int(),
  /** When the service began. */
  servedAt: Instant,
  /** When it was written. */
  at: Instant,
  teamId: Id,
  teamName: z.string(),
  teamKind: TeamKind,
  communityId: PlaceId,
  /** The project: a shift's title, or what was done. */
  title: text(60),
  shiftId: z.optional(Id),
  slotId: z.optional(z.string()),
  marks: z.array(HoursMark),
  /** The entry a correction is about. */
  corrects: z.optional(Id),
  reason: z.optional(text(200)),
  byId: z.optional(Id),
  /** 队长 王**, 社区 李**; absent for what came from code and clock. */
  byName: z.optional(z.string()),
});
export type HoursEntry = z.output<typeof HoursEntry>;

/** Sums of whole minutes, with what was added by hand apart. */
export const HoursSum = z.object({ served: z.int(), byHand: z.int(), times: z.int() });
export type HoursSum = z.output<typeof HoursSum>;

/** What a certificate of service says (志愿服务记录证明): made once, never changed. */
export const Certificate = z.object({
  code: z.string(),
  number: z.string(),
  name: z.string(),
  numberMasked: z.optional(z.string()),
  communityName: z.string(),
  from: Instant,
  until: Instant,
  sum: HoursSum,
  /** By team and kind, most first. */
  lines: z.array(z.object({ teamName: z.string(), kindName: z.string(), times: z.int(), minutes: z.int() })),
  issuedAt: Instant,
});
export type Certificate = z.output<typeof Certificate>;
