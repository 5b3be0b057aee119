import { claimHome, decideClaim, listClaims } from '@gongyi/shared/people/contract';
import {
  cancelSignUpFor,
  changeMembership,
  checkIn,
  getTeam,
  makeSeries,
  signUp,
} from '@gongyi/shared/volunteers/contract';

import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import type { World } from '../world/build';
import { arrive } from '../world/people';
import { communityOf, compoundOf, homeOf } from '../world/places';
import type { Side } from '../world/places';
import {
  LEADER,
  checkInCode,
  enlist,
  enterIn,
  recordedIn,
  shiftIn,
  shiftPlaceOf,
  teamIn,
  teamOf,
} from '../world/volunteers';
import type { ShiftPlan } from '../world/volunteers';
import { once, placesOf } from './subjects';
import type { Subject } from './subjects';

/** The team that shifts are called for. */
export const teamAt = async (world: World, side: Side): Promise<Subject> => ({
  ...placesOf(world, side),
  teamId: await teamOf(world, side),
});

/** A team of its own, for what can be done to it once. */
export const ownTeam = async (world: World, side: Side): Promise<Subject> => {
  const teamId = await teamIn(world, side);
  const { rev } = await world.client.send(getTeam, { name: once('look'), params: { teamId } });
  return { ...placesOf(world, side), teamId, rev: String(rev) };
};

/** A team that one of the family asks to join. */
export const askedTeam = async (world: World, side: Side): Promise<Subject> => {
  const subject = await ownTeam(world, side);
  const { token, personId } = world.who(`${side}.family`);
  const params = { teamId: subject['teamId'] ?? '' };
  await world.client.send(changeMembership, { name: once('ask'), token, params, body: { act: 'ask' } });
  return { ...subject, volunteerId: personId };
};

/** Somebody who has bound a number and is in no team. */
export const invitedTo = async (world: World, side: Side): Promise<Subject> => {
  const { phone } = await arrive(world.system, world.client, once('invited').replaceAll(' ', '.'));
  return { ...(await teamAt(world, side)), phone };
};

export const seriesBody = (side: Side) => ({
  title: '每周清扫',
  words: '清理楼道',
  spot: '1号楼前',
  meeting: '1号楼门口',
  placeId: shiftPlaceOf(side),
  rule: {
    weekdays: [6],
    everyWeeks: 1,
    from: isoDate(Date.now() + DAY),
    until: isoDate(Date.now() + 90 * DAY),
    except: [],
  },
  slots: [{ begins: 540, minutes: 60, roles: [{ name: '清扫', places: 9 }] }],
  opensHours: 240,
  closesHours: 1,
  cancelHours: 12,
});

export const seriesIn = async (world: World, side: Side): Promise<Subject> => {
  const subject = await teamAt(world, side);
  const { id, rev } = await world.client.send(makeSeries, {
    name: once('series'),
    token: world.who(`${side}.${LEADER}`).token,
    params: { teamId: subject['teamId'] ?? '' },
    body: seriesBody(side),
  });
  return { ...subject, seriesId: id, rev: String(rev) };
};

export const shiftAt = async (world: World, side: Side, plan?: ShiftPlan): Promise<Subject> => {
  const { id, rev, teamId } = await shiftIn(world, side, plan);
  return { ...placesOf(world, side), teamId, shiftId: id, rev: String(rev) };
};

/** A shift and somebody whom staff wrote down; signed up for it if `entered`. */
export const recordedAt = async (world: World, side: Side, entered: boolean, plan?: ShiftPlan): Promise<Subject> => {
  const subject = await shiftAt(world, side, plan);
  const volunteerId = await recordedIn(world, side);
  if (entered) await enterIn(world, side, subject['shiftId'] ?? '', volunteerId);
  return { ...subject, volunteerId };
};

const joins = async (world: World, name: string, shiftId: string): Promise<void> => {
  const body = { slotId: 's1', roleId: 'r1' };
  await world.client.send(signUp, { name: once('join'), token: world.who(name).token, params: { shiftId }, body });
};

/** A shift for which the owner is signed up. */
export const joinedAt = async (world: World, side: Side, plan?: ShiftPlan): Promise<Subject> => {
  const subject = await shiftAt(world, side, plan);
  await joins(world, `${side}.owner`, subject['shiftId'] ?? '');
  return subject;
};

/** A full shift whose only place became free for the owner, who waited. */
export const offeredAt = async (world: World, side: Side): Promise<Subject> => {
  const subject = await recordedAt(world, side, true, { places: 1 });
  const { shiftId = '', volunteerId = '' } = subject;
  await joins(world, `${side}.owner`, shiftId);
  await world.client.send(cancelSignUpFor, {
    name: once('give up'),
    token: world.who(`${side}.${LEADER}`).token,
    params: { shiftId },
    body: { volunteerId, slotId: 's1' },
  });
  return subject;
};

/** A shift at which the owner has come. */
export const cameAt = async (world: World, side: Side): Promise<Subject> => {
  const subject = await joinedAt(world, side, { inMinutes: 40, minutes: 15 });
  const params = { shiftId: subject['shiftId'] ?? '' };
  const body = { slotId: 's1', code: await checkInCode(world, side, params.shiftId) };
  await world.client.send(checkIn, { name: once('come'), token: world.who(`${side}.owner`).token, params, body });
  return subject;
};

export const codeAt = async (world: World, { shiftId = '', compoundId = '' }: Subject): Promise<string> =>
  shiftId.startsWith('absent') ? 'nothing' : checkInCode(world, compoundId.startsWith('fz.sb') ? 'b' : 'a', shiftId);

/** A volunteer of thirteen who lives with the owner. */
export const minorAt = async (world: World, side: Side): Promise<Subject> => {
  const { client, system } = world;
  const minor = await arrive(system, client, once('minor').replaceAll(' ', '.'));
  const body = { homeId: homeOf(side, 1, 101), relation: 'family', name: minor.ownName };
  await client.send(claimHome, { name: once('claim'), token: minor.token, body });
  const { token } = world.who(`${side}.community-worker`);
  const params = { compoundId: compoundOf(side) };
  const { items } = await client.send(listClaims, { name: once('list'), token, params, query: { limit: '50' } });
  const claimId = items.find(({ name }) => name === minor.ownName)?.id ?? '';
  await client.send(decideClaim, {
    name: once('decide'),
    token,
    params: { ...params, claimId },
    body: { verified: true },
  });
  const age = 13;
  const born = String(Number(isoDate(Date.now()).slice(0, 4)) - age - 1);
  await enlist(world, minor, communityOf(side), `${born}-06`);
  return { ...placesOf(world, side), volunteerId: minor.personId };
};
