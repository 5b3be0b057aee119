import { getOverview } from '@gongyi/shared/command/contract';
import * as routes from '@gongyi/shared/district/contract';
import * as rolls from '@gongyi/shared/district/roll-contract';
import { DISTRICT, bareCompoundOf, communityOf, compoundOf, homeOf, streetOf } from '../../world/places';
import type { Side } from '../../world/places';
import type { Person } from '../../world/people';
import type { Stage } from '../stage';
import { anyOf, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipes } from './recipe';

const somewhere = (stage: Stage, side: Side): string =>
  stage.random.pick([DISTRICT, streetOf(side), communityOf(side), compoundOf(side), homeOf(side, 1, 101)]);
const admin = (stage: Stage): Person => stage.world.who('admin');
/** A place that tests add; under the compound without a company, so that it is in nobody's way. */
const newBuilding = ({ random }: Stage, side: Side) => ({
  id: `${bareCompoundOf(side)}.b${random.text(7)}`,
  name: `${random.text(3)}号楼`,
});

const places: Recipes = {
  'district.get-place': async (stage) => {
    await stage.call({ route: routes.getPlace, params: { placeId: somewhere(stage, sideOf(stage)) } });
  },
  'district.list-places-below': async (stage) => {
    const route = routes.listPlacesBelow;
    const params = { placeId: somewhere(stage, sideOf(stage)) };
    const first = replyOf(route, await stage.call({ route, params, query: { limit: '1' } }));
    if (first?.cursor !== undefined) await stage.call({ route, params, query: { cursor: first.cursor } });
  },
  'district.search-compounds': async (stage) => {
    const by = stage.random.pick([{}, { words: '苑' }, { lat: '41.03', lng: '113.11' }, { words: words(stage) }]);
    await stage.call({ route: routes.searchCompounds, query: { ...by } });
  },
  'command.get-overview': async (stage) => {
    await stage.call({ route: getOverview, params: { compoundId: compoundOf(sideOf(stage)) } });
  },
  'district.add-place': async (stage) => {
    await stage.call({ route: routes.addPlace, who: admin(stage), body: newBuilding(stage, sideOf(stage)) });
  },
  'district.add-places': async (stage) => {
    const side = sideOf(stage);
    const body = { places: [newBuilding(stage, side), newBuilding(stage, side)] };
    const params = { placeId: bareCompoundOf(side) };
    await stage.call({ route: routes.addPlaces, who: admin(stage), params, body });
  },
  'district.change-place': async (stage) => {
    const body = { name: `名${stage.random.text(4)}` };
    const params = { placeId: bareCompoundOf(sideOf(stage)) };
    await stage.call({ route: routes.changePlace, who: admin(stage), params, body, destructive: true });
  },
};

const newOrganisation = ({ random }: Stage, side: Side) => ({
  kind: 'developer',
  name: `开发商${random.text(5)}`,
  servesPlaceIds: [bareCompoundOf(side)],
});

const organisations: Recipes = {
  'district.add-organisation': async (stage) => {
    const body = newOrganisation(stage, sideOf(stage));
    await stage.call({ route: routes.addOrganisation, who: admin(stage), body });
  },
  'district.change-organisation': async (stage) => {
    const { kind, ...body } = newOrganisation(stage, sideOf(stage));
    const made = await stage.call({ route: routes.addOrganisation, who: admin(stage), body: { kind, ...body } });
    const params = { organisationId: replyOf(routes.addOrganisation, made)?.id ?? 'none' };
    const changed = { ...body, phone: '0474-1234567' };
    await stage.call({ route: routes.changeOrganisation, who: admin(stage), params, body: changed, destructive: true });
  },
  'district.list-organisations': async (stage) => {
    await stage.call({ route: routes.listOrganisations, params: { placeId: somewhere(stage, sideOf(stage)) } });
  },
  'district.list-staff': async (stage) => {
    const side = sideOf(stage);
    const params = { organisationId: stage.world.organisation(`${side}.company`) };
    const who = anyOf(stage, side, 'dispatcher', 'manager', 'technician');
    await stage.call({ route: routes.listStaff, who, params });
  },
};

const codes: Recipes = {
  'district.make-code': async (stage) => {
    const side = sideOf(stage);
    const body = { kind: 'entrance', placeId: `${compoundOf(side)}.b1.e1`, label: `1单元${stage.random.text(3)}` };
    const who = anyOf(stage, side, 'dispatcher', 'manager', 'community-worker');
    const made = replyOf(routes.makeCode, await stage.call({ route: routes.makeCode, who, body }));
    if (made !== undefined) await stage.call({ route: routes.readCode, params: { codeId: made.id } });
  },
  'district.list-codes': async (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'dispatcher', 'manager', 'community-worker');
    await stage.call({ route: routes.listCodes, who, params: { compoundId: compoundOf(side) } });
  },
};

const rollFile = ({ random }: Stage): Uint8Array<ArrayBuffer> => {
  const line = (room: number): string =>
    `1号楼,1,${String(room)},${String(random.int(40, 120))}.50,名册样例${random.text(3)},${String(random.int(100_000, 999_999))},1998${String(random.int(1_000_000, 9_999_999))}`;
  const lines = ['楼号,单元号,房间号,建筑面积(㎡),业主姓名,身份证后6位,手机号', line(101), line(102), line(201)];
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
};

/** Goes as far with an import as `until`. */
const imported = async (stage: Stage, until: 'begun' | 'laid-out' | 'seen' | 'started'): Promise<void> => {
  const side = sideOf(stage);
  // Votes are announced all the time where the company serves, and hold that roll: what is written goes elsewhere.
  const writes = until === 'started';
  const who = anyOf(stage, side, 'community-worker', 'community-secretary', ...(writes ? [] : ['manager']));
  const compoundId = writes ? bareCompoundOf(side) : compoundOf(side);
  const mediaId = await uploaded(stage, who, 'text/csv', rollFile(stage));
  if (mediaId === undefined) return;
  const about = { who, params: { compoundId }, body: { mediaId, fileName: '名册.csv' } };
  const begun = replyOf(rolls.beginRollImport, await stage.call({ route: rolls.beginRollImport, ...about }));
  if (begun === undefined) return;
  const params = { importId: begun.id };
  await stage.call({ route: rolls.getRollImport, who, params });
  if (until === 'begun' || begun.layout === undefined) return;
  await stage.call({ route: rolls.setRollLayout, who, params, body: { ...begun.layout } });
  if (until === 'laid-out') return;
  const seen = await stage.call({ route: rolls.previewRollImport, who, params, query: { part: 'all' } });
  const totals = replyOf(rolls.previewRollImport, seen)?.totals;
  if (until === 'seen' || totals === undefined) return;
  const body = { homes: totals.homes, area: totals.area, heads: totals.heads };
  await stage.call({ route: rolls.startRollImport, who, params, body });
};

const imports: Recipes = {
  'district.begin-roll-import': (stage) => imported(stage, 'begun'),
  'district.get-roll-import': (stage) => imported(stage, 'begun'),
  'district.set-roll-layout': (stage) => imported(stage, 'laid-out'),
  'district.preview-roll-import': (stage) => imported(stage, 'seen'),
  'district.start-roll-import': (stage) => imported(stage, 'started'),
  'district.list-roll': async (stage) => {
    const side = sideOf(stage);
    const route = rolls.listRoll;
    const params = { compoundId: compoundOf(side) };
    const who = anyOf(stage, side, 'community-worker', 'community-secretary', 'manager');
    const first = replyOf(route, await stage.call({ route, who, params, query: { limit: '1' } }));
    if (first?.cursor !== undefined) await stage.call({ route, who, params, query: { cursor: first.cursor } });
  },
};

export const districtRecipes: Recipes = {
  ...places,
  ...organisations,
  ...codes,
  'district.read-code': async (stage) => codes['district.make-code']?.(stage),
  ...imports,
};
