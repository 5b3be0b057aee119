import * as routes from '@gongyi/shared/people/contract';
import type { Stage } from '../stage';
import { NAME_MARK } from '../stage';
import { compoundOf, homeOf, ROOMS } from '../../world/places';
import type { Side } from '../../world/places';
import type { Person } from '../../world/people';
import { anyOf, member, newcomer, replyOf, sideOf, words } from './recipe';
import type { Recipes } from './recipe';

const confirmed = async (stage: Stage, poll: boolean): Promise<void> => {
  const begun = replyOf(routes.beginScan, await stage.call({ route: routes.beginScan, body: {} }));
  if (begun === undefined) return;
  const { code, pollSecret } = begun;
  const body = { code, pollSecret };
  if (poll && stage.random.chance(0.3)) await stage.call({ route: routes.pollScan, body });
  const who = await newcomer(stage);
  await stage.call({ route: routes.confirmScan, who, params: { code }, body: {}, destructive: true });
  if (poll) await stage.call({ route: routes.pollScan, body });
};

const sessions: Recipes = {
  'people.begin-wechat-session': async (stage) => {
    const code = await stage.world.system.loginCode(`o-visitor-${stage.random.text(6)}`);
    await stage.call({ route: routes.beginWechatSession, body: { code } });
  },
  'people.renew-session': async (stage) => {
    const who = await newcomer(stage);
    await stage.call({ route: routes.renewSession, who, body: {}, destructive: true });
  },
  'people.end-session': async (stage) => {
    const who = await newcomer(stage);
    await stage.call({ route: routes.endSession, who, body: {}, destructive: true });
  },
  'people.begin-scan': async (stage) => {
    await stage.call({ route: routes.beginScan, body: {} });
  },
  'people.confirm-scan': (stage) => confirmed(stage, false),
  'people.poll-scan': (stage) => confirmed(stage, true),
};

const anybody = (stage: Stage): Person =>
  anyOf(stage, sideOf(stage), 'owner', 'family', 'tenant', 'dispatcher', 'technician', 'community-worker', 'claimant');

const own: Recipes = {
  'people.get-me': async (stage) => {
    await stage.call({ route: routes.getMe, who: anybody(stage) });
  },
  'people.change-me': async (stage) => {
    const name = `${words(stage)}${NAME_MARK}`;
    const body = { name, textSize: stage.random.pick(routes.TEXT_SIZES), elderMode: stage.random.chance(0.5) };
    await stage.call({ route: routes.changeMe, who: anybody(stage), body });
  },
  'people.bind-phone': async (stage) => {
    const who = await newcomer(stage);
    const code = await stage.world.system.phoneCode(who.openid, who.phone);
    await stage.call({ route: routes.bindPhone, who, body: { code }, destructive: true });
  },
  'people.give-consent': async (stage) => {
    const kind = stage.random.pick(routes.CONSENTS);
    const body = { kind, given: kind === 'privacy' || stage.random.chance(0.6), version: '2026-11' };
    await stage.call({ route: routes.giveConsent, who: await newcomer(stage), body, destructive: true });
  },
  'people.list-access': async (stage) => {
    const who = anybody(stage);
    const route = routes.listAccess;
    const first = replyOf(route, await stage.call({ route, who, query: { limit: '1' } }));
    if (first?.cursor !== undefined) await stage.call({ route, who, query: { cursor: first.cursor } });
  },
  'people.copy-my-data': async (stage) => {
    await stage.call({ route: routes.copyMyData, who: anybody(stage) });
  },
  'people.delete-me': async (stage) => {
    const who = await newcomer(stage, stage.random.chance(0.3));
    await stage.call({ route: routes.deleteMe, who, body: { confirm: '删除我的账号' }, destructive: true });
  },
};

/** Somebody new claims a home of building 2, so that the households of the world stay what they are. */
const claimed = async (stage: Stage, side: Side): Promise<{ who: Person; homeId: string } | undefined> => {
  const who = await newcomer(stage, true);
  const homeId = homeOf(side, 2, stage.random.pick(ROOMS.slice(1)));
  const relation = stage.random.pick(['owner', 'family', 'tenant']);
  const body = { homeId, relation, name: `人${NAME_MARK}` };
  const made = replyOf(routes.claimHome, await stage.call({ route: routes.claimHome, who, body }));
  return made === undefined ? undefined : { who, homeId };
};

const judged = async (stage: Stage, side: Side): Promise<{ who: Person; homeId: string } | undefined> => {
  const claim = await claimed(stage, side);
  if (claim === undefined) return undefined;
  const judge = anyOf(stage, side, 'community-worker', 'community-secretary', 'manager', 'next-grid-worker');
  const params = { compoundId: compoundOf(side) };
  const list = { route: routes.listClaims, who: judge, params };
  let page = replyOf(routes.listClaims, await stage.call({ ...list, query: { limit: '50' } }));
  let found = page?.items.find(({ name }) => claim.who.ownName.endsWith(name.slice(1)));
  while (found === undefined && page?.cursor !== undefined) {
    page = replyOf(routes.listClaims, await stage.call({ ...list, query: { limit: '50', cursor: page.cursor } }));
    found = page?.items.find(({ name }) => claim.who.ownName.endsWith(name.slice(1)));
  }
  if (found === undefined) return undefined;
  stage.pools.note(found.id);
  const body = { verified: true, reason: words(stage) };
  const decision = { route: routes.decideClaim, who: judge, params: { ...params, claimId: found.id }, body };
  return (await stage.call(decision)).status === 200 ? claim : undefined;
};

const invited = async (stage: Stage, side: Side): Promise<{ code: string; homeId: string } | undefined> => {
  const [who, homeId] = stage.random.pick([
    [member(stage, side, 'neighbour'), homeOf(side, 1, 102)] as const,
    [member(stage, side, 'next-owner'), homeOf(side, 2, 101)] as const,
  ]);
  const body = { relation: stage.random.pick(['family', 'tenant']) };
  const answered = await stage.call({ route: routes.inviteFamily, who, params: { homeId }, body });
  if (answered.status === 429) {
    // They have invited as many as a day allows: another new owner does.
    const other = await judged(stage, side);
    if (other === undefined) return undefined;
    const again = { route: routes.inviteFamily, who: other.who, params: { homeId: other.homeId }, body };
    const code = replyOf(routes.inviteFamily, await stage.call(again))?.code;
    return code === undefined ? undefined : { code, homeId: other.homeId };
  }
  const code = replyOf(routes.inviteFamily, answered)?.code;
  return code === undefined ? undefined : { code, homeId };
};

const homes: Recipes = {
  'people.claim-home': async (stage) => {
    await claimed(stage, sideOf(stage));
  },
  'people.list-claims': async (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'community-worker', 'community-secretary', 'manager', 'grid-worker');
    const params = { compoundId: compoundOf(side) };
    const route = routes.listClaims;
    const first = replyOf(route, await stage.call({ route, who, params, query: { limit: '2' } }));
    if (first?.cursor !== undefined) await stage.call({ route, who, params, query: { cursor: first.cursor } });
  },
  'people.decide-claim': async (stage) => {
    await judged(stage, sideOf(stage));
  },
  'people.invite-family': async (stage) => {
    await invited(stage, sideOf(stage));
  },
  'people.accept-invitation': async (stage) => {
    const invitation = await invited(stage, sideOf(stage));
    if (invitation === undefined) return;
    const body = { code: invitation.code, name: `家${NAME_MARK}` };
    await stage.call({ route: routes.acceptInvitation, who: await newcomer(stage), body, destructive: true });
  },
  'people.list-residents': async (stage) => {
    const side = sideOf(stage);
    const params = { homeId: homeOf(side, 1, 101) };
    await stage.call({ route: routes.listResidents, who: member(stage, side, 'owner'), params });
  },
  'people.end-binding': async (stage) => {
    const side = sideOf(stage);
    const claim = await claimed(stage, side);
    if (claim === undefined) return;
    const worker = anyOf(stage, side, 'community-worker', 'community-secretary');
    const who = stage.random.chance(0.5) ? claim.who : worker;
    const params = { homeId: claim.homeId, personId: claim.who.personId };
    await stage.call({ route: routes.endBinding, who, params, body: {}, destructive: true });
  },
};

const given = async (stage: Stage): Promise<{ personId: string; grantId: string; who: Person } | undefined> => {
  const side = sideOf(stage);
  const to = await newcomer(stage, true);
  const byManager = stage.random.chance(0.5);
  const who = byManager ? member(stage, side, 'manager') : stage.world.who('admin');
  const scope = byManager
    ? { role: 'technician', organisationId: stage.world.organisation(`${side}.company`) }
    : { role: 'building-steward', placeId: `${compoundOf(side)}.b2` };
  const body = { phone: to.phone, ...scope };
  const reply = replyOf(routes.giveGrant, await stage.call({ route: routes.giveGrant, who, body }));
  return reply === undefined ? undefined : { personId: to.personId, grantId: reply.grant.id, who };
};

const grants: Recipes = {
  'people.give-grant': async (stage) => {
    await given(stage);
  },
  'people.take-grant': async (stage) => {
    const grant = await given(stage);
    if (grant === undefined) return;
    const { who, personId, grantId } = grant;
    await stage.call({ route: routes.takeGrant, who, params: { personId, grantId }, body: {}, destructive: true });
  },
  'people.list-grants': async (stage) => {
    const side = sideOf(stage);
    const route = routes.listGrants;
    const organisationId = stage.world.organisation(`${side}.company`);
    const byManager = stage.random.chance(0.5);
    const who = byManager ? member(stage, side, 'manager') : stage.world.who('admin');
    const scope: Record<string, string> = byManager ? { organisationId } : { placeId: compoundOf(side) };
    const first = replyOf(route, await stage.call({ route, who, query: { ...scope, limit: '1' } }));
    if (first?.cursor !== undefined) await stage.call({ route, who, query: { ...scope, cursor: first.cursor } });
  },
};

export const peopleRecipes: Recipes = { ...sessions, ...own, ...homes, ...grants };
