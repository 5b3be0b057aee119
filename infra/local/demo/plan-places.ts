import type { Place } from '@gongyi/shared/district/place';
import { DISTRICT, STREET_NAMES, communityName, compoundName } from './words';

export type DemoSize = 'full' | 'small';

/** The scale of the source: ten streets, 71 communities, 553 compounds. `small` is for tests. */
export const SCALE = {
  full: { streets: 10, communities: 71, compounds: 553 },
  small: { streets: 2, communities: 3, compounds: 6 },
} as const satisfies Record<DemoSize, object>;

export interface PlannedPlaces {
  readonly district: Place;
  readonly streets: readonly Place[];
  readonly communities: readonly Place[];
  readonly grids: readonly Place[];
  readonly compounds: readonly Place[];
}

/** How many of `total` each of `parts` gets: as even as can be, with a little up and down where there is room. */
export const spread = (total: number, parts: number): number[] => {
  const least = Math.floor(total / parts);
  const counts = Array.from({ length: parts }, (_, index) => least + (index < total % parts ? 1 : 0));
  return counts.map((count, index) => {
    const partner = index % 2 === 0 ? index + 1 : index - 1;
    const swing = least >= 6 && partner < parts ? (Math.floor(index / 2) % 3) * (index % 2 === 0 ? 1 : -1) : 0;
    return count + swing;
  });
};

const two = (index: number): string => String(index + 1).padStart(2, '0');

/** Degrees × 1e6. A square of about 10 km around the middle of the town, filled in rows. */
const MIDDLE = { lat: 41_034_000, lng: 113_113_000 } as const;
const pointOf = (index: number, of: number): { lat: number; lng: number } => {
  const side = Math.ceil(Math.sqrt(of));
  const step = Math.floor(90_000 / side);
  const row = Math.floor(index / side);
  const column = row % 2 === 0 ? index % side : side - 1 - (index % side);
  return {
    lat: MIDDLE.lat + Math.round((row - side / 2) * step) + ((index * 37) % 11) * 40,
    lng: MIDDLE.lng + Math.round((column - side / 2) * step * 1.3) + ((index * 53) % 13) * 40,
  };
};

const gridsOf = (communityIndex: number): number => 2 + (communityIndex % 3);

/** Every place of the demonstration down to the compounds, parents before what lies below them. */
export const planPlaces = (size: DemoSize): PlannedPlaces => {
  const scale = SCALE[size];
  const streets: Place[] = [];
  const communities: Place[] = [];
  const grids: Place[] = [];
  const compounds: Place[] = [];
  const compoundCounts = spread(scale.compounds, scale.communities);
  spread(scale.communities, scale.streets).forEach((count, streetIndex) => {
    const street = { id: `${DISTRICT.id}.s${two(streetIndex)}`, name: STREET_NAMES[streetIndex] ?? '' };
    streets.push(street);
    for (let i = 0; i < count; i += 1) {
      const index = communities.length;
      const community = { id: `${street.id}.c${two(index)}`, name: communityName(index) };
      communities.push(community);
      const ownGrids = Array.from({ length: gridsOf(index) }, (_, grid) => ({
        id: `${community.id}.g${String(grid + 1)}`,
        name: `第${'一二三四'[grid] ?? ''}网格`,
      }));
      grids.push(...ownGrids);
      for (let j = 0; j < (compoundCounts[index] ?? 0); j += 1) {
        const gridId = ownGrids[Math.floor((j * ownGrids.length) / (compoundCounts[index] ?? 1))]?.id;
        compounds.push({
          id: `${community.id}.x${two(j)}`,
          name: compoundName(compounds.length),
          point: pointOf(compounds.length, scale.compounds),
          ...(gridId === undefined ? {} : { gridId }),
        });
      }
    }
  });
  return { district: { ...DISTRICT }, streets, communities, grids, compounds };
};
