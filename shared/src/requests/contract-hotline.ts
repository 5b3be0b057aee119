import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, IsoDate, Nothing } from '../kernel/schema';
import { CategoryKey } from './contract-parts';

/** The 12345 hotline's list in, and an office's list out. */
export const HOTLINE_MOST_ROWS = 500;
/** Orders filed by one call; a sheet is filed in several. */
export const HOTLINE_AT_ONCE = 40;

export const HOTLINE_WHY = [
  'number-missing',
  'number-repeated',
  'words-missing',
  'place-unmatched',
  'building-unknown',
] as const;
export const HOTLINE_DOUBTS = ['compound-only', 'category-guessed-other', 'due-missing'] as const;

/** A row of the sheet and what would become of it. Nobody's name or number is in it. */
export const HotlineRow = z.object({
  line: z.int(),
  number: z.string(),
  is: z.enum(['ready', 'filed', 'rejected']),
  why: z.optional(z.enum(HOTLINE_WHY)),
  doubts: z.array(z.enum(HOTLINE_DOUBTS)),
  words: z.string(),
  address: z.string(),
  category: z.optional(CategoryKey),
  placeId: z.optional(PlaceId),
  placeName: z.optional(z.string()),
  dueAt: z.optional(Instant),
  /** Of one that was filed before. */
  requestId: z.optional(Id),
});
export type HotlineRow = z.output<typeof HotlineRow>;

const ByCompound = z.object({ compoundId: PlaceId });

export const previewHotline = defineRoute({
  id: 'requests.preview-hotline',
  method: 'POST',
  path: '/compounds/{compoundId}/hotline/preview',
  summary: 'Read an uploaded hotline sheet: which rows become requests, which do not and why. Writes nothing',
  access: 'request.file-on-behalf',
  params: ByCompound,
  query: Nothing,
  body: z.object({ mediaId: Id }),
  reply: z.object({ headerLine: z.int(), rows: z.array(HotlineRow) }),
  refusals: ['place-unknown', 'sheet-unreadable', 'sheet-too-large', 'sheet-no-header'],
});

export const fileHotline = defineRoute({
  id: 'requests.file-hotline',
  method: 'POST',
  path: '/compounds/{compoundId}/hotline',
  summary: 'File lines of the sheet; a hotline number is filed once, however often it is sent',
  access: 'request.file-on-behalf',
  params: ByCompound,
  query: Nothing,
  body: z.object({
    mediaId: Id,
    lines: z.array(z.int().check(z.minimum(1))).check(z.minLength(1), z.maxLength(HOTLINE_AT_ONCE)),
  }),
  reply: z.object({
    items: z.array(
      z.object({ line: z.int(), filed: z.boolean(), requestId: z.optional(Id), refused: z.optional(z.string()) }),
    ),
  }),
  refusals: ['place-unknown', 'sheet-unreadable', 'sheet-too-large', 'sheet-no-header'],
});

/** Most rows of one list out, and its longest period in days. */
export const EXPORT_MOST_ROWS = 10_000;
export const EXPORT_MOST_DAYS = 366;

const Period = z.object({ from: IsoDate, until: IsoDate });
const Exported = z.object({ rows: z.int(), url: z.string() });

export const exportOfOrganisation = defineRoute({
  id: 'requests.export-of-organisation',
  method: 'POST',
  path: '/organisations/{organisationId}/requests/export',
  summary: 'Requests an organisation holds or held, filed in a period, as an xlsx without names or numbers of people',
  access: 'request.export',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: Period,
  reply: Exported,
  refusals: ['sheet-too-large'],
});

export const exportOfCommunity = defineRoute({
  id: 'requests.export-of-community',
  method: 'POST',
  path: '/communities/{communityId}/requests/export',
  summary: 'Requests of a community filed in a period, as an xlsx without names or numbers of people',
  access: 'request.export',
  params: z.object({ communityId: PlaceId }),
  query: Nothing,
  body: Period,
  reply: Exported,
  refusals: ['sheet-too-large'],
});
