import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, IsoDate, text } from '../kernel/schema';
import { CheckState } from '../media/contract';
import { ShiftStatus, Skill, TeamKind } from './kinds';

/** WGS-84 degrees × 1e6, whole numbers. */
export const MapPoint = z.object({
  lat: z.int().check(z.minimum(-90_000_000), z.maximum(90_000_000)),
  lng: z.int().check(z.minimum(-180_000_000), z.maximum(180_000_000)),
});
/** Of a slot within its shift, of a role within its slot. */
export const PartId = z.string().check(z.regex(/^[a-z]\d{1,2}$/));
export const MOST_SLOTS = 6;
export const MOST_ROLES = 6;

/** A job within a slot, with places of its own (岗位、名额). */
export const ShiftRole = z.object({
  /** `r1`, `r2` … within its slot. */
  id: PartId,
  name: text(20),
  places: z.int().check(z.minimum(1), z.maximum(500)),
  skill: z.optional(Skill),
  /** Completed years. */
  ageFloor: z.optional(z.int().check(z.minimum(6), z.maximum(60))),
});
export type ShiftRole = z.output<typeof ShiftRole>;

/** A stretch of time within a shift (时段). */
export const ShiftSlot = z.object({
  /** `s1`, `s2` … within the shift. */
  id: PartId,
  startsAt: Instant,
  endsAt: Instant,
  roles: z.array(ShiftRole).check(z.minLength(1), z.maxLength(MOST_ROLES)),
  /** Where it began before its leader moved it. */
  movedFrom: z.optional(Instant),
});
export type ShiftSlot = z.output<typeof ShiftSlot>;

/** What a leader writes of a shift, whatever day it is on. */
export const ShiftWords = z.object({
  title: text(30),
  words: text(1000),
  /** Where exactly: 3号楼前小广场. */
  spot: text(60),
  meeting: text(100),
  bring: z.optional(text(100)),
});
export type ShiftWords = z.output<typeof ShiftWords>;

export const Shift = z.extend(ShiftWords, {
  id: Id,
  number: z.string(),
  rev: z.int(),
  /** Fingerprint of the newest step of its record. */
  fingerprint: z.string(),
  status: ShiftStatus,
  teamId: Id,
  teamName: z.string(),
  kind: TeamKind,
  /** The community whose team it is. */
  communityId: PlaceId,
  seriesId: z.optional(Id),
  /** Title, words, spot, meeting point and what to bring, checked together. */
  wordsCheck: CheckState,
  textRev: z.int(),
  placeId: PlaceId,
  placeName: z.string(),
  point: z.optional(MapPoint),
  slots: z.array(ShiftSlot).check(z.minLength(1), z.maxLength(MOST_SLOTS)),
  /** Sign-up is open from … to. */
  opensAt: Instant,
  closesAt: Instant,
  /** Later a cancel is a late one. */
  cancelUntil: Instant,
  madeAt: Instant,
  madeById: Id,
  cancelledReason: z.optional(text(200)),
});
export type Shift = z.output<typeof Shift>;

export const SHIFT_STEP_KINDS = ['made', 'changed', 'moved', 'cancelled', 'ended', 'message'] as const;
export type ShiftStepKind = (typeof SHIFT_STEP_KINDS)[number];

const MinuteOfDay = z.int().check(z.minimum(0), z.maximum(1439));

/** How a recurring shift repeats; each date makes one shift. */
export const SeriesRule = z.object({
  /** 0 = Sunday … 6 = Saturday. */
  weekdays: z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.minLength(1), z.maxLength(7)),
  /** 1 = every week, 2 = every other week, counted from the week of `from`. */
  everyWeeks: z.int().check(z.minimum(1), z.maximum(4)),
  from: IsoDate,
  until: IsoDate,
  /** Dates left out. */
  except: z.array(IsoDate).check(z.maxLength(60)),
});
export type SeriesRule = z.output<typeof SeriesRule>;

export const SeriesSlot = z.object({
  begins: MinuteOfDay,
  minutes: z.int().check(z.minimum(15), z.maximum(720)),
  roles: z.array(z.omit(ShiftRole, { id: true })).check(z.minLength(1), z.maxLength(MOST_ROLES)),
});

export const ShiftSeries = z.extend(ShiftWords, {
  id: Id,
  rev: z.int(),
  teamId: Id,
  status: z.enum(['running', 'stopped', 'finished']),
  rule: SeriesRule,
  slots: z.array(SeriesSlot).check(z.minLength(1), z.maxLength(MOST_SLOTS)),
  placeId: PlaceId,
  point: z.optional(MapPoint),
  /** Hours before the first slot that sign-up opens and closes, and until which one may cancel freely. */
  opensHours: z.int().check(z.minimum(1), z.maximum(720)),
  closesHours: z.int().check(z.minimum(0), z.maximum(72)),
  cancelHours: z.int().check(z.minimum(0), z.maximum(168)),
  madeAt: Instant,
  madeById: Id,
  /** Dates up to and including this one have their shifts. */
  madeUntil: z.optional(IsoDate),
});
export type ShiftSeries = z.output<typeof ShiftSeries>;
