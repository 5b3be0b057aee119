import {
  addHours,
  changeVolunteerSettings,
  claimWish,
  decideVolunteerContent,
  fulfilWish,
  getVolunteerSettings,
  getWish,
  helpWish,
  makeCertificate,
  postWish,
  signUp,
  verifyWish,
} from '@gongyi/shared/volunteers/contract';
import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import type { World } from '../world/build';
import { communityOf, compoundOf } from '../world/places';
import type { Side } from '../world/places';
import { LEADER, recordedIn, teamOf } from '../world/volunteers';
import { once, photoOf, placesOf } from './subjects';
import type { Subject } from './subjects';
import { shiftAt } from './volunteers-subjects';

export const wishWords = { kind: 'repair', title: '修一把椅子', words: '椅子腿松了，想请人修一修。' };

export type WishState = 'posted' | 'open' | 'claimed' | 'helped' | 'fulfilled';

/** A wish of the owner's: to be verified, open, claimed by a neighbour, helped by the family, or come true. */
export const wishAt = async (world: World, side: Side, state: WishState): Promise<Subject> => {
  const { client, who } = world;
  const [owner, worker, lead] = [who(`${side}.owner`), who(`${side}.community-worker`), who(`${side}.${LEADER}`)];
  const { id } = await client.send(postWish, {
    name: once('wish'),
    token: owner.token,
    params: { compoundId: compoundOf(side) },
    body: wishWords,
  });
  const params = { wishId: id };
  // Looked at by a person, so that nobody waits for the machine.
  await client.send(decideVolunteerContent, {
    name: once('clear'),
    token: worker.token,
    body: { subject: { kind: 'wish', id }, eventRev: 1, clear: true },
  });
  const seen = async (): Promise<number> =>
    (await client.send(getWish, { name: once('look'), token: owner.token, params })).rev;
  const subject = async (): Promise<Subject> => ({
    ...placesOf(world, side),
    wishId: id,
    rev: String(await seen()),
  });
  if (state === 'posted') return subject();
  const step = async (route: typeof verifyWish | typeof claimWish, token: string): Promise<void> => {
    await client.send(route, { name: once('step'), token, params, body: { rev: await seen() } });
  };
  await step(verifyWish, worker.token);
  if (state === 'open') return subject();
  await step(claimWish, lead.token);
  if (state === 'claimed') return subject();
  if (state === 'helped') {
    await step(helpWish, who(`${side}.family`).token);
    return subject();
  }
  const body = { rev: await seen(), words: '修好了', photos: [await photoOf(world, lead)] };
  await client.send(fulfilWish, { name: once('fulfil'), token: lead.token, params, body });
  return subject();
};

/** Hours that the leader added for somebody. */
const hoursFor = async (world: World, side: Side, volunteerId: string): Promise<string> => {
  const body = {
    volunteerId,
    minutes: 120,
    date: isoDate(Date.now() - 2 * DAY),
    title: '楼前清扫',
    reason: '当天没有带手机',
  };
  const { id } = await world.client.send(addHours, {
    name: once('hours'),
    token: world.who(`${side}.${LEADER}`).token,
    params: { teamId: await teamOf(world, side) },
    body,
  });
  return id;
};

/** A team, and somebody whom staff wrote down, with two hours of theirs. */
export const hoursIn = async (world: World, side: Side): Promise<Subject> => {
  const volunteerId = await recordedIn(world, side);
  const entryId = await hoursFor(world, side, volunteerId);
  return { ...placesOf(world, side), teamId: await teamOf(world, side), volunteerId, entryId };
};

/** A certificate of the owner's. */
export const certificateIn = async (world: World, side: Side): Promise<Subject> => {
  const { token, personId } = world.who(`${side}.owner`);
  await hoursFor(world, side, personId);
  const { code } = await world.client.send(makeCertificate, { name: once('certificate'), token, body: {} });
  return { ...placesOf(world, side), codeId: code };
};

/** Somebody with points to spend, in a community that keeps them. */
export const pointsIn = async (world: World, side: Side): Promise<Subject> => {
  const { client, who, system } = world;
  const params = { placeId: communityOf(side) };
  const { version } = await client.send(getVolunteerSettings, { name: once('settings'), params });
  await client.send(changeVolunteerSettings, {
    name: once('points'),
    token: who(`${side}.community-worker`).token,
    params,
    body: { seen: version, pointsPerHour: 50, wishDays: 7 },
  });
  const subject = await hoursIn(world, side);
  await system.settle();
  return subject;
};

/** A shift whose signed-up owner allows that their number goes to an insurer. */
export const insuredAt = async (world: World, side: Side): Promise<Subject> => {
  const subject = await shiftAt(world, side);
  await world.client.send(signUp, {
    name: once('insured'),
    token: world.who(`${side}.owner`).token,
    params: { shiftId: subject['shiftId'] ?? '' },
    body: { slotId: 's1', roleId: 'r1', insure: true },
  });
  // The leader's list follows by a moment.
  await world.system.settle();
  return subject;
};
