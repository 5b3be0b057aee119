import * as z from 'zod/mini';
import { text } from '../kernel/schema';

/**
 * The tree of places: district 区 > street 街道 > community 社区 > compound 小区 > building 楼 >
 * entrance 单元 > home 户; a grid 网格 hangs under its community and groups buildings.
 *
 * A place's id is its path: `jn.s03.c12.x05.b2.e1.h501`. The letter names the kind, so the parent, the
 * chain above and "lies within" are read off the id without a look-up.
 */
export const PLACE_KINDS = [
  'district',
  'street',
  'community',
  'grid',
  'compound',
  'building',
  'entrance',
  'home',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

const LETTERS = {
  s: 'street',
  c: 'community',
  g: 'grid',
  x: 'compound',
  b: 'building',
  e: 'entrance',
  h: 'home',
} as const;
const PARENT = {
  street: ['district'],
  community: ['street'],
  grid: ['community'],
  compound: ['community'],
  building: ['compound'],
  entrance: ['building'],
  home: ['entrance'],
} as const satisfies Record<Exclude<PlaceKind, 'district'>, readonly PlaceKind[]>;

const PATH =
  /^[a-z]{2,8}(\.s[0-9a-z]{1,8}(\.c[0-9a-z]{1,8}(\.g[0-9a-z]{1,8}|\.x[0-9a-z]{1,8}(\.b[0-9a-z]{1,8}(\.e[0-9a-z]{1,8}(\.h[0-9a-z]{1,8})?)?)?)?)?)?$/;

export const PlaceId = z.string().check(z.regex(PATH));
export type PlaceId = z.output<typeof PlaceId>;

export const Place = z.object({
  id: PlaceId,
  name: text(60),
  /** The grid a building, entrance or home belongs to. */
  gridId: z.optional(PlaceId),
  /** WGS-84 degrees × 1e6, whole numbers. */
  point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
});
export type Place = z.output<typeof Place>;

const kindOfSegment = (letter: string | undefined): PlaceKind => {
  const kinds: Readonly<Record<string, PlaceKind>> = LETTERS;
  return (letter === undefined ? undefined : kinds[letter]) ?? 'district';
};

/** The kind of a place, read off its id. */
export const placeKind = (id: string): PlaceKind => {
  const segments = id.split('.');
  return segments.length === 1 ? 'district' : kindOfSegment(segments.at(-1)?.[0]);
};

/** The id of the place directly above, undefined for a district. */
export const parentOf = (id: string): string | undefined => {
  const cut = id.lastIndexOf('.');
  return cut < 0 ? undefined : id.slice(0, cut);
};

/** The place itself and those above it, nearest first. */
export const chainOf = (placeId: string): string[] => {
  const above = parentOf(placeId);
  return [placeId, ...(above === undefined ? [] : chainOf(above))];
};

/** The ancestor (or the place itself) of that kind: `ancestorOf('jn.s1.c2.x3.b1', 'compound')`. */
export const ancestorOf = (id: string, kind: PlaceKind): string | undefined => {
  for (let at: string | undefined = id; at !== undefined; at = parentOf(at)) {
    if (placeKind(at) === kind) return at;
  }
  return undefined;
};

/** True if `inner` is `outer` or lies below it. */
export const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** The lawful parent kinds of a place kind. */
export const parentKinds = (kind: PlaceKind): readonly PlaceKind[] => (kind === 'district' ? [] : PARENT[kind]);
