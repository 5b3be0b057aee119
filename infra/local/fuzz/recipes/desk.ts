import * as media from '@gongyi/shared/media/contract';
import * as notices from '@gongyi/shared/notices/contract';
import { CATEGORY_KEYS } from '@gongyi/shared/requests/category';
import * as routes from '@gongyi/shared/requests/contract';
import { DISTRICT, communityOf, compoundOf, gridOf, homeOf, streetOf } from '../../world/places';
import type { Side } from '../../world/places';
import type { Person } from '../../world/people';
import type { Stage } from '../stage';
import { filed } from './filing';
import { paged } from './paged';
import { PIXEL, anyOf, member, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipes } from './recipe';

const company = ({ world }: Stage, side: Side) => ({ organisationId: world.organisation(`${side}.company`) });
const deskOf = (stage: Stage, side: Side): Person => anyOf(stage, side, 'dispatcher', 'manager');
const resident = (stage: Stage, side: Side): Person => anyOf(stage, side, 'owner', 'family', 'tenant', 'neighbour');

/** Whoever stands above a compound, and the place they stand for. */
const above = (stage: Stage, side: Side): { who: Person; params: Record<string, string> } => {
  const [name, placeId] = stage.random.pick([
    [`${side}.community-worker`, communityOf(side)],
    [`${side}.community-secretary`, communityOf(side)],
    [`${side}.street-officer`, streetOf(side)],
    [`${side}.grid-worker`, gridOf(side, 1)],
    ['command-officer', DISTRICT],
  ] as const);
  return { who: stage.world.who(name), params: { placeId } };
};

const lists: Recipes = {
  'requests.get': async (stage) => {
    const request = await filed(stage, { public: true });
    if (request === undefined) return;
    const params = { requestId: request.id };
    await stage.call({ route: routes.getRequest, who: resident(stage, request.side), params });
    await stage.call({ route: routes.getRequest, who: deskOf(stage, request.side), params });
  },
  'requests.list-mine': paged(routes.listMine, (stage) => ({ who: resident(stage, sideOf(stage)) })),
  'requests.list-neighbourhood': paged(routes.listNeighbourhood, (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'owner', 'neighbour', 'committee-member', 'dispatcher', 'street-officer');
    return { who, params: { compoundId: compoundOf(side) } };
  }),
  'requests.list-nearby': async (stage) => {
    const side = sideOf(stage);
    const query = { category: stage.random.pick(CATEGORY_KEYS), placeId: homeOf(side, 1, 101) };
    const params = { compoundId: compoundOf(side) };
    await stage.call({ route: routes.listNearby, who: resident(stage, side), params, query });
  },
  'requests.list-queue': paged(routes.listQueue, (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'dispatcher', 'manager', 'technician');
    return { who, params: company(stage, side), query: { filter: stage.random.pick(routes.QUEUE_FILTERS) } };
  }),
  'requests.list-below': paged(routes.listBelow, (stage) => above(stage, sideOf(stage))),
  'requests.list-place-history': async (stage) => {
    const request = await filed(stage, {});
    if (request === undefined) return;
    const who = member(stage, request.side, 'community-worker');
    const params = { requestId: request.id };
    await paged(routes.listPlaceHistory, () => ({ who, params }))(stage);
  },
};

const desk: Recipes = {
  'requests.look-up-caller': async (stage) => {
    const side = sideOf(stage);
    const caller = resident(stage, side);
    const about = { who: deskOf(stage, side), params: company(stage, side), body: { phone: caller.phone } };
    await stage.call({ route: routes.lookUpCaller, ...about });
  },
  'requests.see-contact': async (stage) => {
    const request = await filed(stage, { contact: 'phone' });
    if (request === undefined) return;
    const who = anyOf(stage, request.side, 'community-worker', 'street-officer');
    await stage.call({ route: routes.seeContact, who, params: { requestId: request.id }, body: {} });
  },
  'requests.assign-many': async (stage) => {
    const side = sideOf(stage);
    const requests = [await filed(stage, { side }), await filed(stage, { side, public: true })].flatMap((request) =>
      request === undefined ? [] : [{ requestId: request.id, rev: request.view.rev }],
    );
    const body = { assigneeId: member(stage, side, 'technician').personId, requests };
    const about = { who: deskOf(stage, side), params: company(stage, side), body };
    if (requests.length > 0) await stage.call({ route: routes.assignMany, ...about });
  },
  'requests.list-templates': async (stage) => {
    const side = sideOf(stage);
    const about = { who: deskOf(stage, side), params: company(stage, side) };
    await stage.call({ route: routes.listTemplates, ...about });
  },
  'requests.save-template': async (stage) => {
    const side = sideOf(stage);
    const about = { who: deskOf(stage, side), params: company(stage, side) };
    const body = { title: '已接单', words: words(stage) };
    const saved = await stage.call({ route: routes.saveTemplate, ...about, body });
    const id = replyOf(routes.saveTemplate, saved)?.id;
    if (id !== undefined) await stage.call({ route: routes.saveTemplate, ...about, body: { ...body, id } });
  },
  'requests.get-rates': async (stage) => {
    const side = sideOf(stage);
    const query = { days: String(stage.random.int(1, 365)) };
    await stage.call({ route: routes.getRates, who: deskOf(stage, side), params: company(stage, side), query });
  },
  'requests.list-content-to-check': paged(routes.listContentToCheck, (stage) => {
    const side = sideOf(stage);
    return { who: member(stage, side, 'community-worker'), params: { placeId: communityOf(side) } };
  }),
  'requests.decide-content': async (stage) => {
    const request = await filed(stage, { public: true });
    if (request === undefined) return;
    const about = { who: member(stage, request.side, 'community-worker'), params: { requestId: request.id } };
    await stage.call({ route: routes.decideContent, ...about, body: { clear: stage.random.chance(0.5) } });
  },
};

const anybody = (stage: Stage): Person =>
  anyOf(stage, sideOf(stage), 'owner', 'family', 'dispatcher', 'technician', 'community-worker');

const shared: Recipes = {
  'media.begin-upload': async (stage) => {
    if (stage.random.chance(0.5)) await uploaded(stage, anybody(stage), 'image/png', PIXEL);
    else {
      const body = { contentType: stage.random.pick(media.mediaTypes), bytes: stage.random.int(1, 5_000_000) };
      await stage.call({ route: media.beginUpload, who: anybody(stage), body });
    }
  },
  'notices.list': paged(notices.listNotices, (stage) => ({ who: anybody(stage) })),
  'notices.read': async (stage) => {
    await stage.call({
      route: notices.readNotices,
      who: anybody(stage),
      body: { until: Date.now() - stage.random.int(0, 9e7) },
    });
  },
  'notices.list-subscriptions': async (stage) => {
    await stage.call({ route: notices.listSubscriptions, who: anybody(stage) });
  },
  'notices.add-subscriptions': async (stage) => {
    const body = { accepted: [stage.random.pick(notices.TEMPLATES)] };
    await stage.call({ route: notices.addSubscriptions, who: anybody(stage), body });
  },
};

export const deskRecipes: Recipes = { ...lists, ...desk, ...shared };
