import * as z from 'zod/mini';
import { text } from '../kernel/schema';

/**
 * The owners' roll 业主名册 as a spreadsheet brings it and as the rules read it. Areas are whole
 * hundredths of a square metre. Lines count the sheet's rows from 1, titles and header included.
 */

/** Bounds of a sheet anybody may hand in. */
export const SHEET_LIMITS = { bytes: 5 * 1024 * 1024, rows: 20_000, columns: 60, cells: 400_000 } as const;

export interface SheetRow {
  readonly line: number;
  /** Plain text of every cell, `''` for an empty one; trailing empty cells are left out. */
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

/** What a column can hold. `room` may hold the whole address when there is no `building` column. */
export const COLUMN_KINDS = [
  'building',
  'entrance',
  'room',
  'area',
  'owner',
  'idDigits',
  'phone',
  'coOwner',
  'coOwnerIdDigits',
  'coOwnerPhone',
  'sold',
  'delivered',
  'note',
] as const;
export const ColumnKind = z.enum(COLUMN_KINDS);
export type ColumnKind = z.output<typeof ColumnKind>;

/** Without these a roll cannot be read. */
export const REQUIRED_COLUMNS = ['room', 'area', 'owner'] as const satisfies readonly ColumnKind[];

const ColumnIndex = z.int().check(z.minimum(0), z.maximum(SHEET_LIMITS.columns - 1));

/** Where the roll is in the file: guessed by `guessLayout`, confirmed or corrected by the person importing. */
export const RollLayout = z.object({
  sheet: text(80),
  /** The (last) line of the header; homes begin on the next line. */
  headerLine: z.int().check(z.minimum(1), z.maximum(1_048_576)),
  /** Column of each kind, counted from 0. */
  columns: z.partialRecord(ColumnKind, ColumnIndex),
});
export type RollLayout = z.output<typeof RollLayout>;

/**
 * Whether the developer still counts for the home. `unsold`: never sold; `undelivered`: sold, not yet
 * handed over. Both kinds together are one head (product rules; judicial interpretation of building
 * ownership disputes, art. 9).
 */
export const HomeStatus = z.enum(['owned', 'unsold', 'undelivered']);
export type HomeStatus = z.output<typeof HomeStatus>;

export const RollOwner = z.object({
  name: text(80),
  /** The last (at most six) characters of the identity document; absent if the file has none. */
  idDigits: z.optional(z.string().check(z.regex(/^[0-9A-Z]{4,6}$/))),
  phones: z.array(z.string().check(z.regex(/^[0-9]{7,12}$/))),
});
export type RollOwner = z.output<typeof RollOwner>;

export const RollHome = z.object({
  line: z.int(),
  building: z.string(),
  entrance: z.string(),
  room: z.string(),
  /** `b1.e1.h101`: the home's id below its compound's. */
  path: z.string(),
  area: z.int(),
  owners: z.array(RollOwner),
  status: HomeStatus,
});
export type RollHome = z.output<typeof RollHome>;

export const REJECTIONS = [
  'area-missing',
  'area-unreadable',
  'area-not-positive',
  'area-implausible',
  'area-conflict',
  'owner-missing',
  'owner-unreadable',
  'owner-conflict',
  'status-conflict',
  'room-missing',
  'room-unreadable',
  'room-clash',
] as const;
export const RollRejection = z.object({ line: z.int(), why: z.enum(REJECTIONS) });
export type RollRejection = z.output<typeof RollRejection>;

export const DOUBTS = [
  'repeat',
  'id-missing',
  'id-unreadable',
  'id-padded',
  'phone-unreadable',
  'phone-unmatched',
  'owners-unclear',
] as const;
export const RollDoubt = z.object({ line: z.int(), why: z.enum(DOUBTS) });
export type RollDoubt = z.output<typeof RollDoubt>;

export const PASSED_OVER = ['before-header', 'header', 'blank', 'total', 'section', 'note'] as const;
/** Lines that are no home and why they were passed over, so that every line is accounted for. */
export const RollIgnored = z.object({
  line: z.int(),
  why: z.enum(PASSED_OVER),
});
export type RollIgnored = z.output<typeof RollIgnored>;

/** `area`: the accepted homes' sum. `heads`: buyers as the law counts them. */
export const RollTotals = z.object({
  homes: z.int(),
  area: z.int(),
  heads: z.int(),
  unsoldHomes: z.int(),
  undeliveredHomes: z.int(),
  coOwnedHomes: z.int(),
});
export type RollTotals = z.output<typeof RollTotals>;

/**
 * Remarks on the file as a whole. `total-differs`: a printed total (`printed`, on `line`) is not what was
 * accepted (`accepted`), areas in hundredths; `count-differs` the same for a printed number of homes;
 * `blanks-filled-down`: `count` empty building or entrance cells took the value above them;
 * `other-sheet`: a sheet not read.
 */
export const RollFileWarning = z.discriminatedUnion('why', [
  z.object({ why: z.literal('total-differs'), line: z.int(), printed: z.int(), accepted: z.int() }),
  z.object({ why: z.literal('count-differs'), line: z.int(), printed: z.int(), accepted: z.int() }),
  z.object({ why: z.literal('blanks-filled-down'), count: z.int() }),
  z.object({ why: z.literal('other-sheet'), name: z.string(), hidden: z.boolean(), rows: z.int() }),
]);
export type RollFileWarning = z.output<typeof RollFileWarning>;

export const RollPreview = z.object({
  accepted: z.array(RollHome),
  rejected: z.array(RollRejection),
  warnings: z.array(RollDoubt),
  ignored: z.array(RollIgnored),
  totals: RollTotals,
  fileWarnings: z.array(RollFileWarning),
});
export type RollPreview = z.output<typeof RollPreview>;
