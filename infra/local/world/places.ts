import type { Organisation } from '@gongyi/shared/district/organisation';
import type { Place } from '@gongyi/shared/district/place';

/** Two compounds that have nothing in common but the district: other streets, communities, grids and companies. */
export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];

export const DISTRICT = 'fz';
export const streetOf = (side: Side): string => `${DISTRICT}.s${side}`;
export const communityOf = (side: Side): string => `${streetOf(side)}.c1`;
export const gridOf = (side: Side, grid: 1 | 2): string => `${communityOf(side)}.g${String(grid)}`;
export const compoundOf = (side: Side): string => `${communityOf(side)}.x1`;
/** Another compound of the same community, without a company of its own. */
export const bareCompoundOf = (side: Side): string => `${communityOf(side)}.x2`;
/** A home of building 1 (grid 1) or 2 (grid 2). */
export const homeOf = (side: Side, building: 1 | 2, room: number): string =>
  `${compoundOf(side)}.b${String(building)}.e1.h${String(room)}`;

export const ROOMS = [101, 102, 201, 202, 301, 302] as const;

const below = (side: Side, building: 1 | 2): Place[][] => {
  const id = `${compoundOf(side)}.b${String(building)}`;
  const gridId = gridOf(side, building);
  return [
    [{ id, name: `${String(building)}号楼`, gridId }],
    [{ id: `${id}.e1`, name: '1单元' }],
    ROOMS.map((room) => ({ id: homeOf(side, building, room), name: String(room) })),
  ];
};

/** Lists of places that share a parent, parents first. */
export const plannedPlaces = (): Place[][] => [
  SIDES.map((side) => ({ id: streetOf(side), name: `${side}街道` })),
  ...SIDES.flatMap((side) => [
    [{ id: communityOf(side), name: `${side}社区` }],
    [1, 2].map((grid) => ({ id: `${communityOf(side)}.g${String(grid)}`, name: `第${String(grid)}网格` })),
    [
      { id: compoundOf(side), name: `${side}苑`, point: { lat: 41_030_000, lng: 113_110_000 } },
      { id: bareCompoundOf(side), name: `${side}里` },
    ],
    ...below(side, 1),
    ...below(side, 2),
  ]),
];

type PlannedOrganisation = Omit<Organisation, 'id'>;

const served = (kind: Organisation['kind'], name: string, placeId: string): PlannedOrganisation => ({
  kind,
  name,
  servesPlaceIds: [placeId],
  phone: '0474-0000000',
});

/** Organisations by the names tests know them by. */
export const plannedOrganisations = (): Readonly<Record<string, PlannedOrganisation>> => ({
  command: served('command-centre', '区指挥中心', DISTRICT),
  department: served('department', '区住建局', DISTRICT),
  lift: served('lift-maintenance', '电梯维保', DISTRICT),
  ...Object.fromEntries(
    (['water', 'heating', 'power', 'gas'] as const).map((utility) => [
      utility,
      { ...served('utility', `${utility}公司`, DISTRICT), utility },
    ]),
  ),
  ...Object.fromEntries(
    SIDES.flatMap((side) => [
      [`${side}.company`, served('property-company', `${side}物业`, compoundOf(side))],
      [`${side}.owners`, served('owners-committee', `${side}业委会`, compoundOf(side))],
      [`${side}.party-branch`, served('party-branch', `${side}小区党支部`, compoundOf(side))],
      [`${side}.committee`, served('committee-of-residents', `${side}居委会`, communityOf(side))],
      [`${side}.property-office`, served('street-property-office', `${side}街道物业办`, streetOf(side))],
      [`${side}.street-office`, served('street-office', `${side}街道办`, streetOf(side))],
    ]),
  ),
});
