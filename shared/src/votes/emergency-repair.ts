import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { FundPlan } from './apportionment';

/**
 * Emergency repair from the maintenance fund 应急维修 (住宅专项维修资金管理办法 art. 24; Civil Code art. 281
 * para. 2): danger to people or buildings is not put to a vote first. Announced, checked by those above, done,
 * and its accounts published afterwards.
 */
export const REPAIR_STATUSES = ['declared', 'refused', 'confirmed', 'done', 'accounted'] as const;
export const RepairStatus = z.enum(REPAIR_STATUSES);
export type RepairStatus = z.output<typeof RepairStatus>;

export const REPAIR_MOVES = ['check', 'finish', 'account'] as const;
export type RepairMove = (typeof REPAIR_MOVES)[number];

export const REPAIR_LIFECYCLE = {
  declared: { check: ['confirmed', 'refused'] },
  refused: {},
  confirmed: { finish: ['done'] },
  done: { account: ['accounted'] },
  accounted: {},
} as const satisfies Record<RepairStatus, Partial<Record<RepairMove, readonly RepairStatus[]>>>;

export const repairAllows = (status: RepairStatus, move: RepairMove): boolean =>
  Object.hasOwn(REPAIR_LIFECYCLE[status], move);

/** What the danger is (the list of the local fund rules, in the words of the national measures). */
export const EMERGENCIES = [
  'roof-leak',
  'outer-wall',
  'lift',
  'fire-safety',
  'water-supply',
  'drains',
  'other',
] as const;
export const Emergency = z.enum(EMERGENCIES);

const Fen = FundPlan.shape.budget;

export const EmergencyRepair = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  fingerprint: z.string(),
  status: RepairStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  /** The buildings or entrances that bear it; the compound itself where it concerns all. */
  placeIds: z.array(PlaceId).check(z.minLength(1), z.maxLength(60)),
  kind: Emergency,
  title: text(60),
  words: text(2000),
  /** Fen. */
  estimate: Fen,
  photos: z.array(Id),
  declaredAt: Instant,
  declaredBy: Id,
  checkedAt: z.optional(Instant),
  doneAt: z.optional(Instant),
  spent: z.optional(Fen),
  accountedAt: z.optional(Instant),
  lateAt: z.optional(Instant),
});
export type EmergencyRepair = z.output<typeof EmergencyRepair>;

/** Days after the work was done to publish what it cost. */
export const ACCOUNT_DAYS = 30;
const DAY = 86_400_000;
export const accountsDue = (doneAt: number): number => doneAt + ACCOUNT_DAYS * DAY;

export const repairDeadline = ({
  status,
  doneAt,
  lateAt,
}: Pick<EmergencyRepair, 'status' | 'doneAt' | 'lateAt'>): number | undefined =>
  status === 'done' && doneAt !== undefined && lateAt === undefined ? accountsDue(doneAt) : undefined;

export const REPAIR_STEPS = ['declared', 'confirmed', 'refused', 'done', 'accounted', 'accounts-late'] as const;
export type RepairStep = (typeof REPAIR_STEPS)[number];
