import { ancestorOf, within } from '@gongyi/shared/district/place';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { placeKind } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { makeCursor, readCursor } from '../platform/cursor';
import { queryPage } from '../platform/table';
import { keys, sortable } from '../platform/table-shape';

/**
 * Lists of volunteers, rows kept by the stream:
 * `vol-shifts` by community and district, by beginning; `vol-team-shifts` by team; `vol-teams` by community and
 * district; `vol-people` by community; `vol-hours` by team and `vol-book` by community, by beginning of the service;
 * `vol-wishes-<state>` by community and district; `vol-my-wishes` by person.
 */
export const SHIFTS = 'vol-shifts';
export const TEAM_SHIFTS = 'vol-team-shifts';
export const TEAMS = 'vol-teams';
export const PEOPLE = 'vol-people';
export const TEAM_HOURS = 'vol-hours';
export const BOOK = 'vol-book';
export const MY_WISHES = 'vol-my-wishes';
export const wishList = (state: string): string => `vol-wishes-${state}`;

/** The two lists that something of a community stands in. */
export const listOwners = (communityId: string): string[] => [
  communityId,
  ...[ancestorOf(communityId, 'district')].flatMap((id) => id ?? []),
];

/** The list that holds everything of a place: its community's, or the district's for what lies above. */
export const listFor = (placeId: string): string =>
  ancestorOf(placeId, 'community') ?? ancestorOf(placeId, 'district') ?? placeId;

/** Whether a thing of the list is of the place asked for: in it, above it, or below it. */
export const touches = (thingPlaceIds: readonly string[], placeId: string): boolean =>
  ['district', 'street'].includes(placeKind(placeId))
    ? thingPlaceIds.some((id) => within(id, placeId))
    : thingPlaceIds.some((id) => within(id, placeId) || within(placeId, id));

interface Asked<S extends z.core.$ZodType> {
  readonly schema: S;
  readonly list: string;
  readonly ownerId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly fits?: (row: z.output<S>) => boolean;
  readonly newestFirst?: boolean;
  /** Only rows at this instant and later. */
  readonly from?: number;
  /** What else the cursor belongs to. */
  readonly name?: string;
}

const MOST_PAGES = 8;
const Row = z.object({ row: z.unknown() });

/** A page of the rows that fit; looks on over pages of which none do. */
export const listPage = async <S extends z.core.$ZodType>(
  asked: Asked<S>,
  personId: string,
): Promise<{ rows: z.output<S>[]; cursor?: string } | Refusal> => {
  const { schema, list, ownerId, limit, fits = () => true, newestFirst = false, from, name = '' } = asked;
  const full = `volunteers/${list}/${ownerId}/${name}`;
  const start = await readCursor(asked.cursor, full, personId);
  if (isRefusal(start)) return start;
  let { after } = start;
  const rows: z.output<S>[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await queryPage({
      pk: keys.listOf(list, ownerId),
      ...(from === undefined ? {} : { between: [sortable(from), '~'] as const }),
      limit,
      after,
      newestFirst,
    });
    rows.push(...found.items.map((item) => z.parse(schema, z.parse(Row, item).row)).filter(fits));
    after = found.lastKey;
    if (after === undefined || rows.length > 0) break;
  }
  const cursor = await makeCursor(after, full, personId);
  return { rows, ...(cursor === undefined ? {} : { cursor }) };
};
