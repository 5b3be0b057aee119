import * as routes from '@gongyi/shared/volunteers/contract';
import type { ShiftView, TeamView } from '@gongyi/shared/volunteers/contract';
import { SKILLS } from '@gongyi/shared/volunteers/kinds';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { DAY } from '@gongyi/shared/kernel/time';
import { seriesBody } from '../../matrix/volunteers-subjects';
import type { Person } from '../../world/people';
import { DISTRICT, communityOf, compoundOf, gridOf, streetOf } from '../../world/places';
import type { Side } from '../../world/places';
import { enlist, shiftBody } from '../../world/volunteers';
import type { ShiftPlan } from '../../world/volunteers';
import type { Stage } from '../stage';
import { paged } from './paged';
import { anyOf, newcomer, replyOf, sideOf, words } from './recipe';
import type { Recipe, Recipes } from './recipe';

const RESIDENTS = ['owner', 'family', 'tenant', 'neighbour', 'next-owner'] as const;
/** Within the hour: one may come at once. */
const SOON: ShiftPlan = { inMinutes: 30, minutes: 20 };
const slot = { slotId: 's1' };
const role = { ...slot, roleId: 'r1' };

/** Teams are led by the community's own staff here, who may know the names of those they lead. */
export const leader = (stage: Stage, side: Side): Person =>
  anyOf(stage, side, 'community-worker', 'community-secretary');

/** A resident who has said that they volunteer. */
export const volunteer = async (stage: Stage, side: Side): Promise<Person> => {
  const who = anyOf(stage, side, ...RESIDENTS);
  await enlist(stage.world, who, communityOf(side));
  return who;
};

/** Somebody new who volunteers, promised to nothing yet. */
const fresh = async (stage: Stage, side: Side, bornOn = '1975-09', withPhone = false): Promise<Person> => {
  const who = await newcomer(stage, withPhone);
  const body = { communityId: communityOf(side), bornOn, skills: [] };
  await stage.call({ route: routes.setMyVolunteer, who, body });
  return who;
};

const teamWords = (stage: Stage, side: Side) => ({
  name: `队${words(stage)}`,
  words: words(stage),
  serves: stage.random.pick([[], [compoundOf(side)], [gridOf(side, 1)]]),
});

const madeTeam = async (stage: Stage, side: Side): Promise<TeamView | undefined> => {
  const { makeTeam: route } = routes;
  const kindId = stage.random.pick(['party', 'security', 'sanitation', 'culture']);
  const params = { placeId: communityOf(side) };
  const body = { ...teamWords(stage, side), kindId };
  return replyOf(route, await stage.call({ route, who: leader(stage, side), params, body }));
};

const teams = new WeakMap<Stage['world'], Map<Side, string>>();
/** A team of the side; one is enough for what does not change it. */
export const teamIdOf = async (stage: Stage, side: Side): Promise<string> => {
  const own = teams.get(stage.world) ?? new Map<Side, string>();
  teams.set(stage.world, own);
  const teamId = own.get(side) ?? (await madeTeam(stage, side))?.id ?? '';
  if (teamId !== '') own.set(side, teamId);
  return teamId;
};

const shift = async (stage: Stage, side: Side, plan: ShiftPlan = {}): Promise<ShiftView | undefined> => {
  const { makeShift: route } = routes;
  const params = { teamId: await teamIdOf(stage, side) };
  if (params.teamId === '') return undefined;
  const body = { ...shiftBody(side, plan), title: `活动${words(stage)}`, words: words(stage) };
  return replyOf(route, await stage.call({ route, who: leader(stage, side), params, body }));
};

/** A question about a team by who leads it. */
const ofTeam =
  (route: Route, body: (stage: Stage, side: Side) => object | undefined = () => undefined): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const teamId = await teamIdOf(stage, side);
    const asked = body(stage, side);
    if (teamId === '') return;
    const about = { route, who: leader(stage, side), params: { teamId } };
    await stage.call(asked === undefined ? about : { ...about, body: { ...asked } });
  };

/** A move of a shift just called, by who leads it. */
const ofShift =
  (
    route: Route,
    body: (stage: Stage, view: ShiftView, side: Side) => object | undefined = () => undefined,
    plan?: ShiftPlan,
  ): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const view = await shift(stage, side, plan);
    if (view === undefined) return;
    const asked = body(stage, view, side);
    const about = { route, who: leader(stage, side), params: { shiftId: view.id } };
    await stage.call(asked === undefined ? about : { ...about, body: { ...asked } });
  };

interface Joined {
  readonly side: Side;
  readonly who: Person;
  readonly shiftId: string;
}
const joined = async (stage: Stage, plan: ShiftPlan = {}): Promise<Joined | undefined> => {
  const side = sideOf(stage);
  const view = await shift(stage, side, plan);
  if (view === undefined) return undefined;
  const who = plan.inMinutes === undefined ? await volunteer(stage, side) : await fresh(stage, side);
  const params = { shiftId: view.id };
  const body = { ...role, insure: stage.random.chance(0.5) };
  const { status } = await stage.call({ route: routes.signUp, who, params, body });
  return status === 200 ? { side, who, shiftId: view.id } : undefined;
};

/** What somebody does who is signed up. */
const asJoined =
  (route: Route, body: (stage: Stage) => object, plan?: ShiftPlan): Recipe =>
  async (stage) => {
    const one = await joined(stage, plan);
    if (one === undefined) return;
    await stage.call({ route, who: one.who, params: { shiftId: one.shiftId }, body: { ...body(stage) } });
  };

const recorded = async (stage: Stage, side: Side): Promise<string> => {
  const { recordVolunteer: route } = routes;
  const who = anyOf(stage, side, 'community-worker', 'grid-worker', 'building-steward');
  const body = { name: `样${words(stage)}`, bornOn: '1952-10', skills: [stage.random.pick(SKILLS)] };
  const answer = await stage.call({ route, who, params: { placeId: communityOf(side) }, body });
  return replyOf(route, answer)?.volunteerId ?? '';
};

/** Staff enter somebody and do something about it. */
const entered =
  (then: (stage: Stage, side: Side, shiftId: string, volunteerId: string) => Promise<void>, plan?: ShiftPlan): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const [view, volunteerId] = [await shift(stage, side, plan), await recorded(stage, side)];
    if (view === undefined || volunteerId === '') return;
    const who = anyOf(stage, side, 'community-worker', 'grid-worker', 'building-steward');
    const params = { shiftId: view.id };
    const { status } = await stage.call({ route: routes.signUpFor, who, params, body: { ...role, volunteerId } });
    if (status === 200) await then(stage, side, view.id, volunteerId);
  };

/** The only place of a shift is given up for who waits. */
const offered: Recipe = entered(
  async (stage, side, shiftId, volunteerId) => {
    const who = await volunteer(stage, side);
    const params = { shiftId };
    const waits = await stage.call({ route: routes.signUp, who, params, body: role });
    if (waits.status !== 200) return;
    const body = { ...slot, volunteerId };
    await stage.call({ route: routes.cancelSignUpFor, who: leader(stage, side), params, body });
    await stage.call({ route: routes.answerOffer, who, params, body: { ...slot, take: stage.random.chance(0.7) } });
  },
  { places: 1 },
);

/** Comes by the code on the leader's screen, and goes by it. */
const present: Recipe = async (stage) => {
  const one = await joined(stage, SOON);
  if (one === undefined) return;
  const params = { shiftId: one.shiftId };
  const code = async (): Promise<string> => {
    const { getCheckInCodes: route } = routes;
    const reply = replyOf(route, await stage.call({ route, who: leader(stage, one.side), params }));
    return reply?.codes[0]?.code ?? 'nothing';
  };
  const comes = { who: one.who, params, body: { ...slot, code: await code() } };
  const came = await stage.call({ route: routes.checkIn, ...comes });
  if (came.status !== 200) return;
  await stage.call({ route: routes.checkOut, who: one.who, params, body: { ...slot, code: await code() } });
};

const marked: Recipe = entered(async (stage, side, shiftId, volunteerId) => {
  const who = leader(stage, side);
  const about = { route: routes.markPresence, who, params: { shiftId } };
  await stage.call({ ...about, body: { ...slot, volunteerId, what: 'in' } });
  if (stage.random.chance(0.5)) await stage.call({ ...about, body: { ...slot, volunteerId, what: 'out' } });
}, SOON);

/** Somebody asks to join, is admitted, and now and then leads for a while. */
const membership: Recipe = async (stage) => {
  const side = sideOf(stage);
  const teamId = await teamIdOf(stage, side);
  if (teamId === '') return;
  const who = await fresh(stage, side);
  const asks = (act: string) => stage.call({ route: routes.changeMembership, who, params: { teamId }, body: { act } });
  const answers = (act: string) =>
    stage.call({
      route: routes.changeMember,
      who: leader(stage, side),
      params: { teamId, volunteerId: who.personId },
      body: { act },
    });
  const { status } = await asks('ask');
  if (status !== 200) return;
  if (stage.random.chance(0.2)) {
    await asks('take-back');
    return;
  }
  await answers(stage.random.chance(0.8) ? 'admit' : 'reject');
  if (stage.random.chance(0.4)) await answers('lead');
  await answers(stage.random.pick(['step-down', 'remove']));
};

const invited: Recipe = async (stage) => {
  const side = sideOf(stage);
  const teamId = await teamIdOf(stage, side);
  const who = await fresh(stage, side, '1975-09', true);
  if (teamId === '') return;
  const body = { phone: who.phone };
  await stage.call({ route: routes.inviteMember, who: leader(stage, side), params: { teamId }, body });
  const act = stage.random.pick(['accept', 'decline']);
  await stage.call({ route: routes.changeMembership, who, params: { teamId }, body: { act } });
};

const own =
  (route: Route): Recipe =>
  async (stage) => {
    await stage.call({ route, who: await volunteer(stage, sideOf(stage)) });
  };

const PEOPLE: Recipes = {
  'volunteers.get-me': own(routes.getMyVolunteer),
  'volunteers.set-me': async (stage) => {
    const who = await fresh(stage, sideOf(stage));
    const { getMyVolunteer, setMyVolunteer } = routes;
    const me = replyOf(getMyVolunteer, await stage.call({ route: getMyVolunteer, who }))?.volunteer;
    if (me === undefined) return;
    const { rev, communityId, bornOn } = me;
    const skills = [stage.random.pick(SKILLS)];
    const body = { rev, communityId, bornOn, skills, interests: ['party'], party: { shown: true }, exportHours: true };
    await stage.call({ route: setMyVolunteer, who, body });
  },
  'volunteers.set-number': async (stage) => {
    const who = await volunteer(stage, sideOf(stage));
    const number = `9${String(stage.random.int(10_000_000_000, 90_000_000_000))}`;
    await stage.call({
      route: routes.setVolunteerNumber,
      who,
      body: stage.random.chance(0.3) ? {} : { number: number.slice(0, 12).padEnd(12, '0') },
    });
  },
  'volunteers.list-wards': own(routes.listWards),
  'volunteers.give-guardian-consent': async (stage) => {
    const side = sideOf(stage);
    const year = new Date().getFullYear() - 13;
    const minor = await fresh(stage, side, `${String(year)}-04`);
    await stage.call({
      route: routes.giveGuardianConsent,
      who: leader(stage, side),
      params: { volunteerId: minor.personId },
      body: { given: stage.random.chance(0.8), paper: { guardianName: `样${words(stage)}` } },
    });
  },
  'volunteers.correct-birth': async (stage) => {
    const side = sideOf(stage);
    const { personId } = await fresh(stage, side);
    const bornOn = `19${String(stage.random.int(50, 99))}-0${String(stage.random.int(1, 9))}`;
    await stage.call({
      route: routes.correctBirth,
      who: leader(stage, side),
      params: { volunteerId: personId },
      body: { bornOn, reason: words(stage) },
    });
  },
  'volunteers.record': async (stage) => {
    await recorded(stage, sideOf(stage));
  },
  'volunteers.list': paged(routes.listVolunteers, (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'community-worker', 'community-secretary', 'grid-worker', 'building-steward');
    return { who, params: { placeId: communityOf(side) } };
  }),
};

const anyPlace = (stage: Stage): { placeId: string } => {
  const side = sideOf(stage);
  return { placeId: stage.random.pick([DISTRICT, streetOf(side), communityOf(side), compoundOf(side)]) };
};

const TEAMS: Recipes = {
  'volunteers.list-kinds': async (stage) => {
    await stage.call({ route: routes.listTeamKinds, params: anyPlace(stage) });
  },
  'volunteers.change-kinds': async (stage) => {
    const { listTeamKinds, changeTeamKinds } = routes;
    const params = { placeId: DISTRICT };
    const kinds = replyOf(listTeamKinds, await stage.call({ route: listTeamKinds, params }));
    const body = { seen: kinds?.version ?? 0, items: [{ id: 'medical', name: `医疗${stage.random.text(3)}` }] };
    await stage.call({ route: changeTeamKinds, who: stage.world.who('admin'), params, body });
  },
  'volunteers.list-teams': paged(routes.listTeams, (stage) => ({ params: anyPlace(stage) })),
  'volunteers.get-team': ofTeam(routes.getTeam),
  'volunteers.list-my-teams': own(routes.listMyTeams),
  'volunteers.make-team': async (stage) => {
    await madeTeam(stage, sideOf(stage));
  },
  'volunteers.change-team': async (stage) => {
    const side = sideOf(stage);
    const made = await madeTeam(stage, side);
    if (made === undefined) return;
    const body = { rev: made.rev, ...teamWords(stage, side) };
    await stage.call({ route: routes.changeTeam, who: leader(stage, side), params: { teamId: made.id }, body });
  },
  'volunteers.end-team': async (stage) => {
    const side = sideOf(stage);
    const made = await madeTeam(stage, side);
    if (made === undefined) return;
    const body = { rev: made.rev };
    await stage.call({ route: routes.endTeam, who: leader(stage, side), params: { teamId: made.id }, body });
  },
  'volunteers.change-membership': membership,
  'volunteers.change-member': membership,
  'volunteers.invite-member': invited,
  'volunteers.list-members': ofTeam(routes.listMembers),
  'volunteers.get-settings': async (stage) => {
    await stage.call({ route: routes.getVolunteerSettings, params: { placeId: communityOf(sideOf(stage)) } });
  },
  'volunteers.change-settings': async (stage) => {
    const { getVolunteerSettings, changeVolunteerSettings } = routes;
    const side = sideOf(stage);
    const params = { placeId: communityOf(side) };
    const settings = replyOf(getVolunteerSettings, await stage.call({ route: getVolunteerSettings, params }));
    const body = {
      seen: settings?.version ?? 0,
      pointsPerHour: stage.random.int(0, 20),
      wishDays: stage.random.int(1, 60),
    };
    await stage.call({ route: changeVolunteerSettings, who: leader(stage, side), params, body });
  },
  'volunteers.decide-content': async (stage) => {
    const side = sideOf(stage);
    const made = await madeTeam(stage, side);
    if (made === undefined) return;
    const body = { subject: { kind: 'team', id: made.id }, eventRev: 1, clear: stage.random.chance(0.5) };
    await stage.call({ route: routes.decideVolunteerContent, who: leader(stage, side), body });
  },
};

const rev = (_: Stage, view: ShiftView) => ({ rev: view.rev });
const SHIFTS: Recipes = {
  'volunteers.list-shifts': paged(routes.listShifts, (stage) => ({
    params: anyPlace(stage),
    query: { missing: stage.random.pick(['yes', 'no']) },
  })),
  'volunteers.list-team-shifts': async (stage) => {
    const teamId = await teamIdOf(stage, sideOf(stage));
    if (teamId !== '') await paged(routes.listTeamShifts, () => ({ params: { teamId } }))(stage);
  },
  'volunteers.get-shift': async (stage) => {
    const view = await shift(stage, sideOf(stage));
    const who = await volunteer(stage, sideOf(stage));
    if (view !== undefined) await stage.call({ route: routes.getShift, who, params: { shiftId: view.id } });
  },
  'volunteers.make-shift': async (stage) => {
    await shift(stage, sideOf(stage));
  },
  'volunteers.make-series': ofTeam(routes.makeSeries, (_, side) => seriesBody(side)),
  'volunteers.list-series': ofTeam(routes.listSeries),
  'volunteers.stop-series': async (stage) => {
    const side = sideOf(stage);
    const teamId = await teamIdOf(stage, side);
    if (teamId === '') return;
    const about = { who: leader(stage, side), params: { teamId } };
    const { makeSeries: route } = routes;
    const made = replyOf(route, await stage.call({ route, ...about, body: seriesBody(side) }));
    if (made === undefined) return;
    const params = { teamId, seriesId: made.id };
    await stage.call({ route: routes.stopSeries, who: about.who, params, body: { rev: made.rev } });
  },
  'volunteers.change-shift': ofShift(routes.changeShift, (stage, view) => ({
    rev: view.rev,
    title: `改${words(stage)}`,
    words: words(stage),
    spot: '楼前',
    meeting: '门口',
    places: [{ ...role, places: stage.random.int(1, 400) }],
  })),
  'volunteers.move-shift': ofShift(routes.moveShift, (stage, view) => {
    const later = stage.random.int(1, 5) * DAY;
    const slots = view.slots.map(({ id, startsAt, endsAt }) => ({
      id,
      startsAt: startsAt + later,
      endsAt: endsAt + later,
    }));
    const { opensAt, closesAt, cancelUntil } = view;
    return { rev: view.rev, slots, opensAt, closesAt, cancelUntil, reason: words(stage) };
  }),
  'volunteers.cancel-shift': ofShift(routes.cancelShift, (stage, view) => ({
    ...rev(stage, view),
    reason: words(stage),
  })),
  'volunteers.get-roster': ofShift(routes.getRoster),
  'volunteers.get-codes': present,
  'volunteers.message': ofShift(routes.messageSignedUp, (stage) => ({ words: words(stage) })),
};

const SIGN_UPS: Recipes = {
  'volunteers.sign-up': async (stage) => {
    await joined(stage);
  },
  'volunteers.sign-up-for': entered(() => Promise.resolve()),
  'volunteers.cancel-sign-up': asJoined(routes.cancelSignUp, () => slot),
  'volunteers.cancel-sign-up-for': offered,
  'volunteers.answer-offer': offered,
  'volunteers.set-insurance-consent': asJoined(routes.setInsuranceConsent, (stage) => ({
    ...slot,
    given: stage.random.chance(0.5),
  })),
  'volunteers.list-my-sign-ups': paged(routes.listMySignUps, (stage) => ({
    who: anyOf(stage, sideOf(stage), ...RESIDENTS),
    query: { past: stage.random.pick(['yes', 'no']) },
  })),
  'volunteers.check-in': present,
  'volunteers.check-out': present,
  'volunteers.mark-presence': marked,
};

export const volunteerRecipes: Recipes = { ...PEOPLE, ...TEAMS, ...SHIFTS, ...SIGN_UPS };
