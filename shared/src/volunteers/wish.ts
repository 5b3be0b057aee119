import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { CheckState } from '../media/contract';
import { WishKind, WishPart, WishStatus } from './kinds';

/** By whom a wish is made come true: a volunteer, a team, or a unit (单位). */
export const WishMaker = z.object({
  personId: Id,
  /** 王** */
  name: z.string(),
  /** A leader claims it for the team, a unit's people for the unit. */
  teamId: z.optional(Id),
  organisationId: z.optional(Id),
  /** The team's or unit's name. */
  body: z.optional(z.string()),
  /** Party member reporting to the community, if they show it. */
  party: z.optional(z.boolean()),
  at: Instant,
});
export type WishMaker = z.output<typeof WishMaker>;

export const MOST_HELPERS = 20;

/** 微心愿 */
export const Wish = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  /** Fingerprint of the newest step of its record. */
  fingerprint: z.string(),
  status: WishStatus,
  kind: WishKind,
  title: text(30),
  words: text(500),
  wordsCheck: CheckState,
  textRev: z.int(),
  photos: z.array(Id),
  compoundId: PlaceId,
  compoundName: z.string(),
  gridId: z.optional(PlaceId),
  /** The wisher's home, for who makes it come true. */
  homeId: z.optional(PlaceId),
  homeName: z.optional(z.string()),
  /** Absent for who has no account: staff recorded it. */
  wisherId: z.optional(Id),
  wisherName: z.string(),
  recordedById: z.optional(Id),
  private: z.boolean(),
  /** What others may see of a private one. */
  shows: z.array(WishPart),
  postedAt: Instant,
  since: Instant,
  /** It comes before the grid team if nobody has claimed it by then. */
  surfacesAt: z.optional(Instant),
  surfacedAt: z.optional(Instant),
  lead: z.optional(WishMaker),
  helpers: z.array(WishMaker).check(z.maxLength(MOST_HELPERS)),
  thankedAt: z.optional(Instant),
  closedReason: z.optional(text(200)),
});
export type Wish = z.output<typeof Wish>;

export const WISH_STEP_KINDS = [
  'posted',
  'amended',
  'verified',
  'returned',
  'surfaced',
  'claimed',
  'released',
  'helper-joined',
  'helper-left',
  'progress',
  'fulfilled',
  'thanked',
  'closed',
  'withdrawn',
] as const;
export type WishStepKind = (typeof WISH_STEP_KINDS)[number];
