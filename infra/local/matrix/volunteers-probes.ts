import { getVolunteerSettings, listTeamKinds } from '@gongyi/shared/volunteers/contract';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import { DAY } from '@gongyi/shared/kernel/time';
import { Refused } from '../demo/client';
import type { World } from '../world/build';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import { shiftBody } from '../world/volunteers';
import { has, revOf } from './probe';
import type { Asked, Probe } from './probe';
import { once, placesOf } from './subjects';
import type { Subject } from './subjects';
import {
  askedTeam,
  cameAt,
  codeAt,
  invitedTo,
  joinedAt,
  minorAt,
  offeredAt,
  ownTeam,
  recordedAt,
  seriesBody,
  seriesIn,
  shiftAt,
  teamAt,
} from './volunteers-subjects';

type More = (subject: Subject, who: Person | undefined, world: World) => object | Promise<object>;
type Make = Probe['make'];

const newer: NonNullable<Probe['shows']> = (reply, subject) => revOf(reply) > Number(subject['rev']);
const sideOf = ({ compoundId = '' }: Subject): Side => (compoundId.startsWith('fz.sb') ? 'b' : 'a');
/** Begins within the hour: one may come already. */
const SOON = { inMinutes: 5, minutes: 15 };

const places = (world: World, side: Side): Promise<Subject> => Promise.resolve(placesOf(world, side));
const community = (more: More = () => ({})): Probe => ({
  make: places,
  ask: async (subject, who, world) => ({
    params: { placeId: subject['communityId'] ?? '' },
    body: { ...(await more(subject, who, world)) },
  }),
});
const about = (name: 'teamId' | 'shiftId', make: Make, more: More = () => ({}), rest: Partial<Probe> = {}): Probe => ({
  make,
  ask: async (subject, who, world): Promise<Asked> => ({
    params: { [name]: subject[name] ?? '' },
    body: { ...(await more(subject, who, world)) },
  }),
  ...rest,
});
/** A move under the revision that was seen; once made it is made. */
const move = (name: 'teamId' | 'shiftId', make: Make, more: More = () => ({})): Probe =>
  about(
    name,
    make,
    async (subject, who, world) => ({ rev: Number(subject['rev']), ...(await more(subject, who, world)) }),
    { shows: newer, once: true },
  );

const slot = { slotId: 's1' };
const role = { ...slot, roleId: 'r1' };
const reason = { reason: '另行安排' };
const named = ({ volunteerId }: Subject) => ({ volunteerId });
const team = ({ compoundId }: Subject) => ({ name: once('服务队'), words: '打扫', serves: [compoundId] });
const mine: Partial<Probe> = { shows: (reply) => has(reply, '"mine"') };
const oneTime = { once: true };

/** What is there at a place; nothing is changed of what nobody has. */
const versionOf = async (read: () => Promise<{ readonly version: number }>): Promise<number> => {
  try {
    return (await read()).version;
  } catch (fault) {
    if (fault instanceof Refused) return 0;
    throw fault;
  }
};
const kindsOf = ({ client }: World, placeId: string): Promise<RouteReply<typeof listTeamKinds>> =>
  client.send(listTeamKinds, { name: once('kinds'), params: { placeId } });

const PEOPLE: Readonly<Record<string, Probe>> = {
  'give-guardian-consent': {
    make: minorAt,
    ask: ({ volunteerId = '' }, who) => ({
      params: { volunteerId },
      // Staff have seen a paper; who lives with the child says so themself.
      body: {
        given: true,
        ...(/worker|secretary|steward|officer/.test(who?.name ?? '') ? { paper: { guardianName: '样监护' } } : {}),
      },
    }),
  },
  'correct-birth': {
    make: minorAt,
    ask: ({ volunteerId = '' }) => ({ params: { volunteerId }, body: { bornOn: '1961-03', reason: '看过身份证' } }),
    shows: (reply) => has(reply, '1961-03'),
  },
  record: community(() => ({ name: '样志愿', bornOn: '1961-03' })),
  list: community(),
};

const TEAMS: Readonly<Record<string, Probe>> = {
  'list-kinds': community(),
  'change-kinds': {
    make: places,
    ask: async ({ communityId = '' }, _, world) => {
      // The whole district's; of a district that is not there if the community is not.
      const placeId = communityId.startsWith('fz.sz') ? 'zz' : 'fz';
      const seen = await versionOf(() => kindsOf(world, placeId));
      return { params: { placeId }, body: { seen, items: [{ id: 'medical', name: '医疗服务队' }] } };
    },
    shows: (reply) => has(reply, 'medical'),
  },
  'list-teams': community(),
  'get-team': about('teamId', teamAt),
  'make-team': community((subject) => ({ ...team(subject), kindId: 'culture' })),
  'change-team': move('teamId', ownTeam, team),
  'end-team': move('teamId', ownTeam),
  'change-membership': about('teamId', teamAt, () => ({ act: 'ask' }), mine),
  'list-members': about('teamId', teamAt),
  'change-member': {
    make: askedTeam,
    ask: ({ teamId = '', volunteerId = '' }) => ({ params: { teamId, volunteerId }, body: { act: 'admit' } }),
    shows: (reply) => has(reply, '"member"'),
    once: true,
  },
  'invite-member': about('teamId', invitedTo, ({ phone }) => ({ phone }), oneTime),
  'get-settings': community(),
  'change-settings': community(async ({ communityId: placeId = '' }, _, { client }) => ({
    seen: await versionOf(() => client.send(getVolunteerSettings, { name: once('settings'), params: { placeId } })),
    pointsPerHour: 0,
    wishDays: 9,
  })),
  'decide-content': {
    make: ownTeam,
    ask: ({ teamId }) => ({ body: { subject: { kind: 'team', id: teamId }, eventRev: 1, clear: true } }),
  },
};

const SHIFTS: Readonly<Record<string, Probe>> = {
  'list-shifts': community(),
  'list-team-shifts': about('teamId', teamAt),
  'get-shift': about('shiftId', shiftAt),
  'make-shift': about('teamId', teamAt, (subject) => shiftBody(sideOf(subject))),
  'make-series': about('teamId', teamAt, (subject) => seriesBody(sideOf(subject))),
  'list-series': about('teamId', seriesIn),
  'stop-series': {
    make: seriesIn,
    ask: ({ teamId = '', seriesId = '', rev }) => ({ params: { teamId, seriesId }, body: { rev: Number(rev) } }),
    shows: (reply) => has(reply, '"stopped"'),
    once: true,
  },
  'change-shift': move('shiftId', shiftAt, () => ({
    title: '楼前除雪',
    words: '除雪',
    spot: '1号楼前',
    meeting: '1号楼门口',
  })),
  'move-shift': move('shiftId', shiftAt, (subject) => {
    const { slots, opensAt, closesAt, cancelUntil } = shiftBody(sideOf(subject));
    const moved = slots.map(({ startsAt, endsAt }) => ({ id: 's1', startsAt: startsAt + DAY, endsAt: endsAt + DAY }));
    return { slots: moved, opensAt, closesAt, cancelUntil, ...reason };
  }),
  'cancel-shift': move('shiftId', shiftAt, () => reason),
  'get-roster': about('shiftId', shiftAt),
  'get-codes': about('shiftId', (world, side) => shiftAt(world, side, { inMinutes: 5, minutes: 240 })),
  message: about('shiftId', shiftAt, () => ({ words: '请带手套' })),
};

const SIGN_UPS: Readonly<Record<string, Probe>> = {
  'sign-up': about('shiftId', shiftAt, () => role, mine),
  'sign-up-for': about(
    'shiftId',
    (world, side) => recordedAt(world, side, false),
    (subject) => ({ ...role, ...named(subject) }),
    oneTime,
  ),
  'cancel-sign-up': about('shiftId', joinedAt, () => slot),
  'cancel-sign-up-for': about(
    'shiftId',
    (world, side) => recordedAt(world, side, true),
    (subject) => ({ ...slot, ...named(subject) }),
    oneTime,
  ),
  'answer-offer': about('shiftId', offeredAt, () => ({ ...slot, take: true })),
  'set-insurance-consent': about('shiftId', joinedAt, () => ({ ...slot, given: true })),
  'check-in': about(
    'shiftId',
    (world, side) => joinedAt(world, side, SOON),
    async (subject, _, world) => ({ ...slot, code: await codeAt(world, subject) }),
  ),
  'check-out': about('shiftId', cameAt, async (subject, _, world) => ({ ...slot, code: await codeAt(world, subject) })),
  'mark-presence': about(
    'shiftId',
    (world, side) => recordedAt(world, side, true, { inMinutes: 5, minutes: 240 }),
    (subject) => ({ ...slot, ...named(subject), what: 'in' }),
    oneTime,
  ),
};

export const VOLUNTEERS_PROBES: Readonly<Record<string, Probe>> = Object.fromEntries(
  Object.entries({ ...PEOPLE, ...TEAMS, ...SHIFTS, ...SIGN_UPS }).map(([verb, probe]) => [`volunteers.${verb}`, probe]),
);
