import {
  getCheckInCodes,
  makeShift,
  makeTeam,
  recordVolunteer,
  setMyVolunteer,
  signUpFor,
} from '@gongyi/shared/volunteers/contract';
import type { ShiftView } from '@gongyi/shared/volunteers/contract';
import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { Refused } from '../demo/client';
import { once } from '../matrix/subjects';
import type { World } from './build';
import { inParts } from './build';
import type { Person } from './people';
import { communityOf, compoundOf } from './places';
import type { Side } from './places';

/** Who leads the teams of a side: somebody who is nothing else there but a neighbour. */
export const LEADER = 'neighbour';
/** Where shifts are: a building of the first grid. */
export const shiftPlaceOf = (side: Side): string => `${compoundOf(side)}.b1`;

/** Makes somebody a volunteer; whoever is one already, and has changed since, stays as they are. */
export const enlist = async (
  { client }: World,
  { token, name }: Pick<Person, 'token' | 'name'>,
  communityId: string,
  bornOn = '1980-05',
): Promise<void> => {
  const body = { communityId, bornOn, skills: [] };
  try {
    await client.send(setMyVolunteer, { name: `enlist ${name}`, token, body });
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.code !== 'changed-meanwhile') throw fault;
  }
};

/** Where somebody of the world volunteers: on their side; who has none, on the first. */
export const volunteersIn = ({ name }: Pick<Person, 'name'>): string => communityOf(name.startsWith('b.') ? 'b' : 'a');

export const enlistAll = (world: World): Promise<void> =>
  inParts([...world.people.values()], 8, (person) => enlist(world, person, volunteersIn(person)));

/** A team of the side's community, led by its leader. */
export const teamIn = async (world: World, side: Side): Promise<string> => {
  const { id } = await world.client.send(makeTeam, {
    name: once('team'),
    token: world.who(`${side}.community-worker`).token,
    params: { placeId: communityOf(side) },
    body: {
      name: once('服务队'),
      words: '打扫与引导',
      serves: [compoundOf(side)],
      kindId: 'party',
      leaderPhone: world.who(`${side}.${LEADER}`).phone,
    },
  });
  return id;
};

const teams = new WeakMap<World, Map<Side, Promise<string>>>();

/** The one team of a side whose shifts are made when it does not matter whose they are. */
export const teamOf = (world: World, side: Side): Promise<string> => {
  const own = teams.get(world) ?? new Map<Side, Promise<string>>();
  teams.set(world, own);
  const team = own.get(side) ?? teamIn(world, side);
  own.set(side, team);
  return team;
};

/** Somebody without an account whom staff wrote down. */
export const recordedIn = async (world: World, side: Side): Promise<string> => {
  const { volunteerId } = await world.client.send(recordVolunteer, {
    name: once('recorded'),
    token: world.who(`${side}.community-worker`).token,
    params: { placeId: communityOf(side) },
    body: { name: '样志愿', bornOn: '1961-03' },
  });
  return volunteerId;
};

let hours = 0;
/** An hour of its own to every shift, so that nobody is promised twice. */
const nextHour = (): number => {
  hours += 1;
  return Date.now() + 3 * DAY + hours * HOUR;
};

export interface ShiftPlan {
  readonly places?: number;
  /** Begins in so many minutes: within the hour one may check in at once. Left out: some hour of the days to come. */
  readonly inMinutes?: number;
  readonly minutes?: number;
}

/** What its leader says of a shift of one slot and one role. */
export const shiftBody = (side: Side, { places = 200, inMinutes, minutes = 60 }: ShiftPlan = {}) => {
  const startsAt = inMinutes === undefined ? nextHour() : Date.now() + inMinutes * MINUTE;
  const endsAt = startsAt + minutes * MINUTE;
  return {
    title: '楼前清扫',
    words: '扫雪、清理楼道杂物',
    spot: '1号楼前',
    meeting: '1号楼门口',
    placeId: shiftPlaceOf(side),
    slots: [{ startsAt, endsAt, roles: [{ name: '清扫', places }] }],
    opensAt: Date.now() - DAY,
    closesAt: startsAt,
    cancelUntil: startsAt,
  };
};

export const shiftIn = async (world: World, side: Side, plan: ShiftPlan = {}): Promise<ShiftView> => {
  const teamId = await teamOf(world, side);
  const token = world.who(`${side}.${LEADER}`).token;
  return world.client.send(makeShift, {
    name: once('shift'),
    token,
    params: { teamId },
    body: shiftBody(side, plan),
  });
};

/** Enters somebody for the one role of a shift. */
export const enterIn = async (world: World, side: Side, shiftId: string, volunteerId: string): Promise<void> => {
  await world.client.send(signUpFor, {
    name: once('enter'),
    token: world.who(`${side}.${LEADER}`).token,
    params: { shiftId },
    body: { volunteerId, slotId: 's1', roleId: 'r1' },
  });
};

/** The code on the leader's screen. */
export const checkInCode = async (world: World, side: Side, shiftId: string): Promise<string> => {
  const { codes } = await world.client.send(getCheckInCodes, {
    name: once('codes'),
    token: world.who(`${side}.${LEADER}`).token,
    params: { shiftId },
  });
  return codes[0]?.code ?? '';
};
