import { giveGrant } from '@gongyi/shared/people/contract';
import {
  changeMember,
  changeMembership,
  changeTeamKinds,
  makeShift,
  makeTeam,
  markPresence,
  recordVolunteer,
  setMyVolunteer,
  signUp,
  signUpFor,
} from '@gongyi/shared/volunteers/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import { HOUR, MINUTE, startOfDay } from '@gongyi/shared/kernel/time';
import type { Act } from './acts';
import { livelyCompounds, phoneOf } from './cast';
import type { DemoSize } from './plan-places';
import type { Stage } from './tell-tales';
import type { Telling } from './telling';
import { RECORDED, SHIFTS, VOLUNTEERS } from './volunteers/shifts';
import type { PlannedShift } from './volunteers/shifts';
import { FURTHER_KINDS, organisedCommunities, plannedTeams } from './volunteers/teams';
import type { PlannedTeam } from './volunteers/teams';

/** Hours from when the demonstration is ready. */
const BEGIN = -143;
const JOIN = -120;
/** Somebody signs up this long after a shift was called. */
const SIGN = 3;

/** What everybody does about volunteering: the kinds and teams, who joins them, and each shift in a lane of its own. */
export const actsOfVolunteers = (telling: Telling, size: DemoSize, { plan, refs: { at } }: Stage): Act[] => {
  const { client, once, token, personId } = telling;
  const { main } = livelyCompounds(plan);
  const communityId = ancestorOf(main.id, 'community') ?? '';
  const teams = new Map<string, string>();
  const shifts = new Map<string, string>();
  const recorded = new Map<string, string>();

  const kinds = async (): Promise<void> => {
    await once(
      'team kinds',
      () => ({ seen: 0, items: FURTHER_KINDS }),
      async (body, name) => {
        const to = { name, body, params: { placeId: plan.district.id }, token: await token('admin') };
        return String((await client.send(changeTeamKinds, to)).version);
      },
    );
    for (const placeId of organisedCommunities(plan, size)) {
      await once(
        `organiser of ${placeId}`,
        () => ({ phone: phoneOf('organiser'), role: 'community-worker', placeId }),
        async (body, name) => (await client.send(giveGrant, { name, body, token: await token('admin') })).grant.id,
      );
    }
  };
  const team = async ({ key, communityId: placeId, maker, leads, ...said }: PlannedTeam): Promise<void> => {
    const id = await once(
      `team ${key}`,
      () => ({ ...said, ...(leads === undefined ? {} : { leaderPhone: phoneOf(leads) }) }),
      async (body, name) =>
        (await client.send(makeTeam, { name, body, params: { placeId }, token: await token(maker) })).id,
    );
    teams.set(key, id);
  };
  const volunteers = async (): Promise<void> => {
    for (const { who, bornOn, skills, party } of VOLUNTEERS) {
      await once(
        `volunteer ${who}`,
        () => ({
          communityId,
          bornOn,
          skills,
          interests: ['sanitation'],
          ...(party === true ? { party: { shown: true } } : {}),
        }),
        async (body, name) =>
          (await client.send(setMyVolunteer, { name, body, token: await token(who) })).volunteer.volunteerId,
      );
    }
    for (const { key, name: own, bornOn } of RECORDED) {
      const id = await once(
        `recorded ${key}`,
        () => ({ name: own, bornOn }),
        async (body, name) => {
          const to = { name, body, params: { placeId: communityId }, token: await token('worker') };
          return (await client.send(recordVolunteer, to)).volunteerId;
        },
      );
      recorded.set(key, id);
    }
  };
  /** Some ask to join the cleaners and are admitted; one still waits for an answer. */
  const membership = async (): Promise<void> => {
    const params = { teamId: teams.get('sanitation') ?? '' };
    for (const who of ['resident', 'neighbour1', 'neighbour3', 'tenant'] as const) {
      await once(
        `asks ${who}`,
        () => ({ act: 'ask' }),
        async (body, name) => (await client.send(changeMembership, { name, body, params, token: await token(who) })).id,
      );
      if (who === 'tenant') continue;
      await once(
        `admits ${who}`,
        () => ({ act: 'admit' }),
        async (body, name) => {
          const to = { ...params, volunteerId: await personId(who) };
          return (await client.send(changeMember, { name, body, params: to, token: await token('steward') })).state;
        },
      );
    }
  };

  const startOf = ({ begins, clock }: PlannedShift): number => startOfDay(at(begins)) + clock * HOUR;
  const call = (shift: PlannedShift) => async (): Promise<void> => {
    const { key, leader, lasts, roles, title, words, spot, meeting, bring } = shift;
    const startsAt = startOf(shift);
    const id = await once(
      `shift ${key}`,
      () => ({
        title,
        words,
        spot,
        meeting,
        ...(bring === undefined ? {} : { bring }),
        placeId: main.id,
        ...(main.point === undefined ? {} : { point: main.point }),
        slots: [{ startsAt, endsAt: startsAt + lasts * HOUR, roles }],
        opensAt: at(shift.made),
        closesAt: startsAt,
        cancelUntil: startsAt - 12 * HOUR,
      }),
      async (body, name) => {
        const params = { teamId: teams.get(shift.team) ?? '' };
        return (await client.send(makeShift, { name, body, params, token: await token(leader) })).id;
      },
    );
    shifts.set(key, id);
  };
  const roleOf = (role: number) => ({ slotId: 's1', roleId: `r${String(role)}` });
  const sign =
    ({ key, leader, signs, enters = [] }: PlannedShift) =>
    async (): Promise<void> => {
      const params = { shiftId: shifts.get(key) ?? '' };
      for (const { who, role } of signs) {
        await once(
          `shift ${key} ${who} signs up`,
          () => roleOf(role),
          async (body, name) => (await client.send(signUp, { name, body, params, token: await token(who) })).id,
        );
      }
      for (const { key: own, role } of enters) {
        await once(
          `shift ${key} ${own} is entered`,
          () => ({ ...roleOf(role), volunteerId: recorded.get(own) ?? '' }),
          async (body, name) => {
            await client.send(signUpFor, { name, body, params, token: await token(leader) });
            return own;
          },
        );
      }
    };
  const mark = (shift: PlannedShift, what: 'in' | 'out') => async (): Promise<void> => {
    const params = { shiftId: shifts.get(shift.key) ?? '' };
    const people = [
      ...(await Promise.all(shift.signs.map(({ who }) => personId(who)))),
      ...(shift.enters ?? []).map(({ key }) => recorded.get(key) ?? ''),
    ];
    for (const volunteerId of people) {
      await once(
        `shift ${shift.key} ${volunteerId} ${what}`,
        () => ({ slotId: 's1', volunteerId, what }),
        async (body, name) => {
          await client.send(markPresence, { name, body, params, token: await token(shift.leader) });
          return what;
        },
      );
    }
  };

  const lane = 'volunteers';
  return [
    {
      at: at(BEGIN),
      lane,
      run: async () => {
        await kinds();
        for (const one of plannedTeams(plan, size)) await team(one);
      },
    },
    {
      at: at(JOIN),
      lane,
      run: async () => {
        await volunteers();
        await membership();
      },
    },
    ...SHIFTS.flatMap((shift): Act[] => {
      const own = `shift ${shift.key}`;
      const acts: Act[] = [
        { at: at(shift.made), lane: own, run: call(shift) },
        { at: at(shift.past === true ? JOIN + SIGN : shift.made + SIGN), lane: own, run: sign(shift) },
      ];
      if (shift.past !== true) return acts;
      const begins = startOf(shift);
      return [
        ...acts,
        { at: begins - 5 * MINUTE, lane: own, run: mark(shift, 'in') },
        { at: begins + shift.lasts * HOUR, lane: own, run: mark(shift, 'out') },
      ];
    }),
  ];
};
