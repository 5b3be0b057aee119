import type { ShiftRow } from '@gongyi/shared/volunteers/contract-view';

/** Degrees. */
export interface Here {
  readonly lat: number;
  readonly lng: number;
}

const METRES_A_DEGREE = 111_320;

/** Metres between a person and a point (degrees × 1e6), on the flat: exact enough within a city. */
export const metresTo = (here: Here, point: { readonly lat: number; readonly lng: number }): number => {
  const north = (point.lat / 1e6 - here.lat) * METRES_A_DEGREE;
  const east = (point.lng / 1e6 - here.lng) * METRES_A_DEGREE * Math.cos((here.lat * Math.PI) / 180);
  return Math.hypot(north, east);
};

/** Nearest first; what has no point of its own comes after, in its order. */
export const nearestFirst = (rows: readonly ShiftRow[], here: Here | undefined): readonly ShiftRow[] => {
  if (here === undefined) return rows;
  const away = ({ point }: ShiftRow): number => (point === undefined ? Infinity : metresTo(here, point));
  return [...rows].sort((a, b) => (away(a) === away(b) ? 0 : away(a) - away(b)));
};
