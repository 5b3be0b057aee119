import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { PlaceId } from './place';
import {
  ColumnKind,
  DOUBTS,
  HomeStatus,
  PASSED_OVER,
  REJECTIONS,
  RollFileWarning,
  RollLayout,
  RollTotals,
  SHEET_LIMITS,
} from './roll';

/**
 * Importing an owners' roll: upload the file (`media.begin-upload`), begin, look at the guessed columns and
 * the preview, correct the columns if need be, start, watch it being written. Nothing is written to the
 * roll before `start`; the same file again changes nothing.
 */
const ByImport = z.object({ importId: Id });

export const IMPORT_STATES = ['draft', 'running', 'done', 'failed'] as const;

export const ColumnGuess = z.object({
  column: z.int(),
  header: z.string(),
  confidence: z.enum(['sure', 'likely', 'unsure']),
});

/** What an import did to the roll. `missing`: homes on the roll that the file does not name; they stay. */
export const ImportResult = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), missing: z.int() });
export type ImportResult = z.output<typeof ImportResult>;

export const RollImport = z.object({
  id: Id,
  compoundId: PlaceId,
  fileName: z.optional(z.string()),
  state: z.enum(IMPORT_STATES),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.int() })),
  /** Where the roll stands in the file; absent if no header was found: then choose by hand. */
  layout: z.optional(RollLayout),
  /** Whether a person chose the layout. */
  confirmed: z.boolean(),
  guesses: z.partialRecord(ColumnKind, ColumnGuess),
  /** Required kinds without a column. */
  missing: z.array(ColumnKind),
  /** The header's words, column by column. */
  headers: z.array(z.string()),
  /** Homes written so far, and in all. */
  progress: z.object({ done: z.int(), total: z.int() }),
  result: z.optional(ImportResult),
  begunAt: Instant,
  finishedAt: z.optional(Instant),
});
export type RollImport = z.output<typeof RollImport>;

export const beginRollImport = defineRoute({
  id: 'district.begin-roll-import',
  method: 'POST',
  path: '/compounds/{compoundId}/roll-imports',
  summary: 'Open an uploaded sheet as an owners’ roll: its sheets, header and columns are guessed',
  access: 'roll.import',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: z.object({ mediaId: Id, fileName: z.optional(text(120)) }),
  reply: RollImport,
  refusals: ['place-unknown', 'sheet-unreadable', 'sheet-too-large'],
});

export const getRollImport = defineRoute({
  id: 'district.get-roll-import',
  method: 'GET',
  path: '/roll-imports/{importId}',
  summary: 'An import, how far it is and what it did',
  access: 'roll.import',
  params: ByImport,
  query: Nothing,
  body: Nothing,
  reply: RollImport,
  refusals: [],
});

export const setRollLayout = defineRoute({
  id: 'district.set-roll-layout',
  method: 'PUT',
  path: '/roll-imports/{importId}/layout',
  summary: 'Confirm or correct which sheet, header line and columns hold the roll',
  access: 'roll.import',
  params: ByImport,
  query: Nothing,
  body: RollLayout,
  reply: RollImport,
  refusals: ['import-closed', 'columns-incomplete', 'sheet-no-header', 'sheet-unreadable'],
});

/** An owner as shown to those who keep the roll: digits masked. */
export const MaskedOwner = z.object({
  name: z.string(),
  idDigits: z.optional(z.string()),
  phones: z.array(z.string()),
});
export type MaskedOwner = z.output<typeof MaskedOwner>;

export const HOME_CHANGES = ['area', 'owners', 'phones', 'status'] as const;

export const RollHomeView = z.object({
  homeId: PlaceId,
  /** `3号楼2单元501室` */
  name: z.string(),
  area: z.int(),
  status: HomeStatus,
  owners: z.array(MaskedOwner),
});
export type RollHomeView = z.output<typeof RollHomeView>;

export const PreviewRow = z.object({
  line: z.int(),
  is: z.enum(['accepted', 'rejected', 'repeat', 'ignored', 'missing']),
  /** Why it was rejected or ignored, and what is doubtful in it. */
  why: z.array(z.enum([...REJECTIONS, ...DOUBTS, ...PASSED_OVER])),
  home: z.optional(RollHomeView),
  /** Against the roll as it is. */
  change: z.optional(z.enum(['added', 'changed', 'unchanged'])),
  what: z.optional(z.array(z.enum(HOME_CHANGES))),
  /** The row's own words for rows that became no home, long numbers masked. */
  words: z.optional(z.array(z.string())),
});
export type PreviewRow = z.output<typeof PreviewRow>;

export const PREVIEW_PARTS = ['all', 'accepted', 'doubtful', 'rejected', 'ignored', 'changed', 'missing'] as const;

export const RollPreviewPage = z.object({
  totals: RollTotals,
  /** How many rows each part holds. */
  counts: z.record(z.enum(PREVIEW_PARTS), z.int()),
  changes: ImportResult,
  fileWarnings: z.array(RollFileWarning),
  /** The first lines of the sheet as they are, long numbers masked, for finding the header by hand. */
  head: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  rows: z.array(PreviewRow),
  /** Where the next page begins; absent on the last. */
  next: z.optional(z.int()),
});
export type RollPreviewPage = z.output<typeof RollPreviewPage>;

export const previewRollImport = defineRoute({
  id: 'district.preview-roll-import',
  method: 'GET',
  path: '/roll-imports/{importId}/preview',
  summary: 'Control totals, and every accepted, doubtful and rejected row with its reason',
  access: 'roll.import',
  params: ByImport,
  query: z.object({
    part: z._default(z.enum(PREVIEW_PARTS), 'all'),
    from: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(2 * SHEET_LIMITS.rows)), 0),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  }),
  body: Nothing,
  reply: RollPreviewPage,
  refusals: ['columns-incomplete', 'sheet-no-header', 'sheet-unreadable'],
});

export const startRollImport = defineRoute({
  id: 'district.start-roll-import',
  method: 'POST',
  path: '/roll-imports/{importId}/start',
  summary:
    'Write the previewed homes to the roll; the totals seen must be those that would be written, and no vote on notice',
  access: 'roll.import',
  params: ByImport,
  query: Nothing,
  body: z.object({ homes: z.int(), area: z.int(), heads: z.int() }),
  reply: RollImport,
  refusals: [
    'import-closed',
    'roll-held',
    'columns-incomplete',
    'sheet-no-header',
    'sheet-unreadable',
    'changed-meanwhile',
  ],
});

export const RollLineView = z.extend(RollHomeView, { changedAt: Instant });
export type RollLineView = z.output<typeof RollLineView>;

export const listRoll = defineRoute({
  id: 'district.list-roll',
  method: 'GET',
  path: '/compounds/{compoundId}/roll',
  summary: 'The owners’ roll of a compound, home by home, digits masked',
  access: 'roll.read',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: z.extend(pageOf(RollLineView), {
    /** Of the roll as last written; absent before the first import. */
    totals: z.optional(z.object({ homes: z.int(), area: z.int(), heads: z.int(), at: Instant })),
  }),
  refusals: ['cursor-invalid'],
});
