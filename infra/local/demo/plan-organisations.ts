import type { Organisation } from '@gongyi/shared/district/organisation';
import type { Place } from '@gongyi/shared/district/place';
import { organisationPhone } from './made-up';
import type { PlannedPlaces } from './plan-places';
import { companyName, labelled } from './words';

/** An organisation to register; `key` names it in the demonstration before the system gives it an id. */
export interface PlannedOrganisation extends Omit<Organisation, 'id'> {
  readonly key: string;
}

/** Compounds of one company: they lie in one street, so that it can serve them. */
const COMPOUNDS_A_COMPANY = 9;
/** The main company serves the lively compounds of the first community but the one that has no company. */
export const hasCompany = (compoundIndex: number): boolean => compoundIndex % 7 !== 3;
const hasOwnersCommittee = (compoundIndex: number): boolean => compoundIndex % 5 === 0;

const below = (places: readonly Place[], id: string): Place[] =>
  places.filter((place) => place.id.startsWith(`${id}.`));

const districtWide = (districtId: string): PlannedOrganisation[] => {
  const serves = { servesPlaceIds: [districtId] };
  const department = (key: string, name: string): PlannedOrganisation => ({
    key: `department-${key}`,
    kind: 'department',
    name: labelled(name),
    ...serves,
  });
  const utility = (key: 'heating' | 'water' | 'power' | 'gas', name: string): PlannedOrganisation => ({
    key,
    kind: 'utility',
    utility: key,
    name: labelled(name),
    ...serves,
  });
  return [
    { key: 'command', kind: 'command-centre', name: labelled('区智能指挥中心'), ...serves },
    department('housing', '区住房和城乡建设局'),
    department('city', '区城市管理综合执法局'),
    department('market', '区市场监督管理局'),
    department('fire', '区消防救援大队'),
    department('civil', '区民政局'),
    department('health', '区卫生健康委员会'),
    department('education', '区教育局'),
    department('transport', '区交通运输局'),
    utility('heating', '暖原供热公司'),
    utility('water', '清泉供水公司'),
    utility('power', '明光供电公司'),
    utility('gas', '蓝焰燃气公司'),
  ];
};

const ofStreets = (places: PlannedPlaces): PlannedOrganisation[] =>
  places.streets.flatMap(({ id, name }) => [
    { key: `office-${id}`, kind: 'street-office', name: labelled(`${name}办事处`), servesPlaceIds: [id] },
    {
      key: `property-office-${id}`,
      kind: 'street-property-office',
      name: labelled(`${name}小区物业管理办公室`),
      servesPlaceIds: [id],
    },
  ]);

const companies = (places: PlannedPlaces): PlannedOrganisation[] => {
  const found: PlannedOrganisation[] = [];
  for (const street of places.streets) {
    const served = places.compounds.filter(({ id }, index) => id.startsWith(`${street.id}.`) && hasCompany(index));
    for (let i = 0; i < served.length; i += COMPOUNDS_A_COMPANY) {
      found.push({
        key: `company-${String(found.length + 1)}`,
        kind: 'property-company',
        name: companyName(found.length),
        servesPlaceIds: served.slice(i, i + COMPOUNDS_A_COMPANY).map(({ id }) => id),
      });
    }
  }
  return found;
};

const bare = (name: string): string => name.replace('（演示）', '');

const ofCompounds = (places: PlannedPlaces): PlannedOrganisation[] => [
  ...places.compounds
    .filter((_, index) => hasOwnersCommittee(index))
    .map(({ id, name }): PlannedOrganisation => ({
      key: `owners-${id}`,
      kind: 'owners-committee',
      name: labelled(`${bare(name)}业主委员会`),
      servesPlaceIds: [id],
    })),
  // Small compounds share a branch: that of their community covers every one of them.
  ...places.communities.map(({ id, name }): PlannedOrganisation => ({
    key: `branch-${id}`,
    kind: 'party-branch',
    name: labelled(`${name}小区联合党支部`),
    servesPlaceIds: below(places.compounds, id).map((compound) => compound.id),
  })),
];

const trades = (places: PlannedPlaces): PlannedOrganisation[] => {
  const firstStreet = places.streets[0];
  const near = firstStreet === undefined ? [] : below(places.compounds, firstStreet.id).map(({ id }) => id);
  return [
    { key: 'lift', kind: 'lift-maintenance', name: labelled('平升电梯维保公司'), servesPlaceIds: near.slice(0, 40) },
    { key: 'developer', kind: 'developer', name: labelled('样板置业公司'), servesPlaceIds: near.slice(2, 3) },
  ];
};

/** Every organisation of the demonstration, those that may be called with a number of their own. */
export const planOrganisations = (places: PlannedPlaces): PlannedOrganisation[] => {
  const called = [
    ...districtWide(places.district.id),
    ...companies(places),
    ...trades(places),
    ...ofStreets(places),
    ...places.communities.map(({ id, name }): PlannedOrganisation => ({
      key: `committee-${id}`,
      kind: 'committee-of-residents',
      name: labelled(`${name}居民委员会`),
      servesPlaceIds: [id],
    })),
  ].map((organisation, index) => ({ ...organisation, phone: organisationPhone(index) }));
  return [...called, ...ofCompounds(places)];
};
