import { changeMe } from '@gongyi/shared/people/contract';
import * as routes from '@gongyi/shared/volunteers/contract';
import type { WishView } from '@gongyi/shared/volunteers/contract';
import { WISH_KINDS, WISH_PARTS } from '@gongyi/shared/volunteers/kinds';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import type { Person } from '../../world/people';
import { DISTRICT, communityOf, compoundOf, homeOf } from '../../world/places';
import type { Side } from '../../world/places';
import type { Stage } from '../stage';
import { paged } from './paged';
import { PIXEL, anyOf, member, newcomer, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipe, Recipes } from './recipe';
import { leader, teamIdOf, volunteer } from './volunteers';

const draft = (stage: Stage) => ({
  kind: stage.random.pick(WISH_KINDS),
  title: `愿${words(stage)}`,
  words: words(stage),
  private: stage.random.chance(0.5),
  shows: [stage.random.pick(WISH_PARTS)],
});

const wisher = (stage: Stage, side: Side): Person => member(stage, side, 'owner');
const verifier = (stage: Stage, side: Side): Person => anyOf(stage, side, 'community-worker', 'community-secretary');

const posted = async (stage: Stage, side: Side): Promise<WishView | undefined> => {
  const { postWish: route } = routes;
  const params = { compoundId: compoundOf(side) };
  const made = replyOf(route, await stage.call({ route, who: wisher(stage, side), params, body: draft(stage) }));
  if (made === undefined) return undefined;
  const body = { subject: { kind: 'wish', id: made.id }, eventRev: 1, clear: true };
  await stage.call({ route: routes.decideVolunteerContent, who: verifier(stage, side), body });
  return made;
};

type More = (stage: Stage, who: Person) => Promise<object> | object;

/** Makes a move of a wish as it stands now. */
const step = async (stage: Stage, wishId: string, who: Person, route: Route, more: More = () => ({})) => {
  const { getWish } = routes;
  const params = { wishId };
  const view = replyOf(getWish, await stage.call({ route: getWish, who, params }));
  if (view === undefined) return;
  await stage.call({ route, who, params, body: { rev: view.rev, ...(await more(stage, who)) } });
};
const reason: More = (stage) => ({ reason: words(stage) });

const picture: More = async (stage, who) => {
  const photo = await uploaded(stage, who, 'image/png', PIXEL);
  return { words: words(stage), photos: photo === undefined ? [] : [photo] };
};

/** A wish brought so far, and then a move of somebody's. */
const at =
  (
    state: 'posted' | 'open' | 'claimed' | 'fulfilled',
    route: Route,
    who: (stage: Stage, side: Side) => Person,
    more?: More,
  ): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const wish = await posted(stage, side);
    if (wish === undefined) return;
    const staff = verifier(stage, side);
    const lead = member(stage, side, 'community-worker');
    if (state !== 'posted') await step(stage, wish.id, staff, routes.verifyWish);
    if (state === 'claimed' || state === 'fulfilled') await step(stage, wish.id, lead, routes.claimWish);
    if (state === 'fulfilled') await step(stage, wish.id, lead, routes.fulfilWish, picture);
    await step(stage, wish.id, who(stage, side), route, more);
  };

const lead = (stage: Stage, side: Side): Person => member(stage, side, 'community-worker');
const helper = (stage: Stage, side: Side): Person => member(stage, side, 'community-secretary');

const helped: Recipe = async (stage) => {
  const side = sideOf(stage);
  const wish = await posted(stage, side);
  if (wish === undefined) return;
  await step(stage, wish.id, lead(stage, side), routes.verifyWish);
  await step(stage, wish.id, lead(stage, side), routes.claimWish);
  await step(stage, wish.id, helper(stage, side), routes.helpWish);
  await stage.call({ route: routes.seeWishContact, who: lead(stage, side), params: { wishId: wish.id } });
  await step(stage, wish.id, helper(stage, side), routes.stopHelpingWish);
};

const WISHES: Recipes = {
  'volunteers.post-wish': async (stage) => {
    await posted(stage, sideOf(stage));
  },
  'volunteers.post-wish-for': async (stage) => {
    const side = sideOf(stage);
    const who = anyOf(stage, side, 'community-worker', 'grid-worker', 'building-steward');
    const body = { ...draft(stage), wisherName: `样${words(stage)}`, homeId: homeOf(side, 1, 101) };
    await stage.call({ route: routes.postWishFor, who, params: { compoundId: compoundOf(side) }, body });
  },
  'volunteers.list-wishes': paged(routes.listWishes, (stage) => {
    const side = sideOf(stage);
    const state = stage.random.pick(['open', 'claimed', 'fulfilled', 'to-verify', 'surfaced']);
    return { who: verifier(stage, side), params: { placeId: communityOf(side) }, query: { state } };
  }),
  'volunteers.list-my-wishes': paged(routes.listMyWishes, (stage) => ({ who: wisher(stage, sideOf(stage)) })),
  'volunteers.get-wish': at('open', routes.claimWish, lead),
  'volunteers.amend-wish': at('posted', routes.amendWish, wisher, draft),
  'volunteers.withdraw-wish': at('posted', routes.withdrawWish, wisher),
  'volunteers.verify-wish': at('posted', routes.verifyWish, verifier),
  'volunteers.return-wish': at('posted', routes.returnWish, verifier, reason),
  'volunteers.claim-wish': at('open', routes.claimWish, lead),
  'volunteers.release-wish': at('claimed', routes.releaseWish, lead, reason),
  'volunteers.help-wish': helped,
  'volunteers.stop-helping-wish': helped,
  'volunteers.see-wish-contact': helped,
  'volunteers.progress-wish': at('claimed', routes.progressWish, lead, (stage) => ({ words: words(stage) })),
  'volunteers.fulfil-wish': at('claimed', routes.fulfilWish, lead, picture),
  'volunteers.thank-for-wish': at('fulfilled', routes.thankForWish, wisher, (stage) => ({ words: words(stage) })),
  'volunteers.close-wish': at('open', routes.closeWish, verifier, reason),
};

const day = (days: number): string => isoDate(Date.now() + days * DAY);

/** Hours by hand for somebody; their entry. */
const hoursOf = async (stage: Stage, side: Side, volunteerId: string): Promise<string | undefined> => {
  const { addHours: route } = routes;
  const teamId = await teamIdOf(stage, side);
  if (teamId === '') return undefined;
  const body = {
    volunteerId,
    minutes: stage.random.int(10, 600),
    date: day(-stage.random.int(1, 90)),
    title: `活动${words(stage)}`,
    reason: words(stage),
  };
  const answer = await stage.call({ route, who: leader(stage, side), params: { teamId }, body });
  return replyOf(route, answer)?.id;
};

const corrected: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = await volunteer(stage, side);
  const entryId = await hoursOf(stage, side, who.personId);
  if (entryId === undefined) return;
  const { getMyHours } = routes;
  const mine = replyOf(getMyHours, await stage.call({ route: getMyHours, who }));
  const seen = mine?.items.find(({ id }) => id === entryId)?.standing;
  if (seen === undefined) return;
  const body = { seen, minutes: seen + 1, reason: words(stage) };
  const params = { volunteerId: who.personId, entryId };
  await stage.call({ route: routes.correctHours, who: leader(stage, side), params, body });
};

/** Somebody new with hours, so that nobody has more certificates in a day than one may. */
const certified: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = await newcomer(stage, true);
  const { setMyVolunteer, makeCertificate, checkCertificate, getCertificateSheet } = routes;
  // Their name stands on a paper that anybody may check: no secret, so without a mark.
  await stage.call({ route: changeMe, who, body: { name: '样持证' } });
  const profile = { communityId: communityOf(side), bornOn: '1970-04', skills: [] };
  await stage.call({ route: setMyVolunteer, who, body: profile });
  if ((await hoursOf(stage, side, who.personId)) === undefined) return;
  const made = replyOf(makeCertificate, await stage.call({ route: makeCertificate, who, body: {} }));
  if (made === undefined) return;
  const params = { code: made.code };
  // A stranger who has the paper sees the name that is on it.
  await stage.call({ route: checkCertificate, who, params });
  await stage.call({ route: getCertificateSheet, who, params });
  await stage.call({ route: routes.listCertificates, who });
};

const spent: Recipe = async (stage) => {
  const side = sideOf(stage);
  const { getVolunteerSettings, changeVolunteerSettings } = routes;
  const params = { placeId: communityOf(side) };
  const who = verifier(stage, side);
  const settings = replyOf(getVolunteerSettings, await stage.call({ route: getVolunteerSettings, params }));
  if (settings === undefined) return;
  const rules = { seen: settings.version, pointsPerHour: 60, wishDays: settings.wishDays };
  if (settings.pointsPerHour === 0) await stage.call({ route: changeVolunteerSettings, who, params, body: rules });
  const owner = await volunteer(stage, side);
  if ((await hoursOf(stage, side, owner.personId)) === undefined) return;
  // Points follow the hours.
  await stage.world.system.settle();
  const body = { volunteerId: owner.personId, points: 1, reason: words(stage) };
  await stage.call({ route: routes.spendPoints, who, params, body });
};

const insured: Recipe = async (stage) => {
  const side = sideOf(stage);
  const { listTeamShifts, signUp, exportInsured } = routes;
  const params = { teamId: await teamIdOf(stage, side) };
  if (params.teamId === '') return;
  const listed = replyOf(listTeamShifts, await stage.call({ route: listTeamShifts, params }));
  const open = listed?.items.filter(({ status, startsAt }) => status === 'open' && startsAt > Date.now() + DAY) ?? [];
  if (open.length === 0) return;
  const { id: shiftId } = stage.random.pick(open);
  const who = await volunteer(stage, side);
  const role = { slotId: 's1', roleId: 'r1', insure: true };
  await stage.call({ route: signUp, who, params: { shiftId }, body: role });
  await stage.world.system.settle();
  await stage.call({ route: exportInsured, who: leader(stage, side), params: { shiftId } });
};

const own =
  (route: Route): Recipe =>
  async (stage) => {
    await stage.call({ route, who: await volunteer(stage, sideOf(stage)) });
  };

const HOURS: Recipes = {
  'volunteers.get-my-hours': own(routes.getMyHours),
  'volunteers.get-my-points': own(routes.getMyPoints),
  'volunteers.list-certificates': own(routes.listCertificates),
  'volunteers.list-team-hours': async (stage) => {
    const side = sideOf(stage);
    const teamId = await teamIdOf(stage, side);
    if (teamId === '') return;
    await paged(routes.listTeamHours, () => ({ who: leader(stage, side), params: { teamId } }))(stage);
  },
  'volunteers.add-hours': corrected,
  'volunteers.correct-hours': corrected,
  'volunteers.get-figures': async (stage) => {
    const placeId = stage.random.pick([DISTRICT, communityOf(sideOf(stage))]);
    const query = { year: day(0).slice(0, 4) };
    await stage.call({ route: routes.getVolunteerFigures, params: { placeId }, query });
  },
  'volunteers.export-hours': async (stage) => {
    const side = sideOf(stage);
    const who = stage.random.chance(0.5) ? verifier(stage, side) : stage.world.who('command-officer');
    const body = { from: day(-30), until: day(0) };
    await stage.call({ route: routes.exportHours, who, params: { placeId: communityOf(side) }, body });
  },
  'volunteers.export-insured': insured,
  'volunteers.make-certificate': certified,
  'volunteers.get-certificate-sheet': certified,
  'volunteers.check-certificate': certified,
  'volunteers.spend-points': spent,
};

export const wishRecipes: Recipes = { ...WISHES, ...HOURS };
