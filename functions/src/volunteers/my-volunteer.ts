import { placeKind } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import type {
  MyVolunteer,
  getMyVolunteer as getRoute,
  setMyVolunteer as setRoute,
  setVolunteerNumber as numberRoute,
} from '@gongyi/shared/volunteers/contract';
import { isMinor } from '@gongyi/shared/volunteers/volunteer';
import type { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import { findPlace } from '../district/public';
import { seal } from '../platform/envelope';
import type { Call } from '../platform/router';
import { changeOnce, createOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { daysPage } from './day-store';
import { hoursOfVolunteer } from './hours-store';
import { part } from './shown';
import { findVolunteer } from './volunteer-store';

const viewMine = async (volunteer: Volunteer, now: number): Promise<MyVolunteer> => {
  const { id, rev, communityId, bornOn, skills, interests, party, numberMasked, exportHours, guardian, since } =
    volunteer;
  return {
    volunteerId: id,
    rev,
    communityId,
    communityName: (await findPlace(communityId))?.name ?? '',
    bornOn,
    minor: isMinor(bornOn, isoDate(now)),
    skills,
    interests,
    ...part('party', party),
    ...part('numberMasked', numberMasked),
    exportHours,
    ...part('guardian', guardian && { given: guardian.given, at: guardian.at, by: guardian.by, name: guardian.name }),
    since,
  };
};

/** Who I am as a volunteer, if I said so. */
export const getMyVolunteer = async (
  _input: RouteInput<typeof getRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof getRoute>> => {
  const volunteer = await findVolunteer(who.personId);
  return volunteer === undefined ? {} : { volunteer: await viewMine(volunteer, now) };
};

type Body = RouteInput<typeof setRoute>['body'];

const partsOf = ({ communityId, bornOn, skills, interests, party, exportHours }: Body) => ({
  communityId,
  bornOn,
  skills: [...new Set(skills)],
  interests: [...new Set(interests)],
  party,
  exportHours,
});

const begin = async (body: Body, { who, now, op, opHash }: Call): Promise<Volunteer | Refusal> => {
  const volunteer = { id: who.personId, rev: 1, since: now, ...partsOf(body) };
  const written = await createOnce({ ...volunteer, ...keys.volunteer(who.personId), opHash, lastOp: op });
  return written.done ? volunteer : refuse('changed-meanwhile');
};

/** Guardians and age floors lean on the month of birth: it can be put right until the first sign-up or hours. */
const birthIsUsed = async (volunteerId: string): Promise<boolean> => {
  const [{ days }, hours] = await Promise.all([
    daysPage(volunteerId, '', false, 1, undefined),
    hoursOfVolunteer(volunteerId),
  ]);
  return days.length > 0 || hours.length > 0;
};

const change = async (before: Volunteer, body: Body, { who, op }: Call): Promise<Volunteer | Refusal> => {
  if (body.bornOn !== before.bornOn && (await birthIsUsed(who.personId))) return refuse('birth-fixed');
  const after = { ...before, ...partsOf(body), rev: before.rev + 1 };
  const written = await changeOnce({
    key: keys.volunteer(who.personId),
    set: { ...partsOf(body), rev: after.rev },
    when: '#rev = :rev',
    names: { '#rev': 'rev' },
    values: { ':rev': body.rev ?? 0 },
    op,
  });
  return written.done ? after : refuse('changed-meanwhile', { rev: before.rev });
};

/** Says who I am as a volunteer: community, month of birth, skills, interests. */
export const setMyVolunteer = async (
  { body }: RouteInput<typeof setRoute>,
  call: Call,
): Promise<RouteReply<typeof setRoute> | Refusal> => {
  const { who, now } = call;
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const community = placeKind(body.communityId) === 'community' ? await findPlace(body.communityId) : undefined;
  if (community === undefined) return refuse('place-unknown');
  const before = await findVolunteer(who.personId);
  const after = before === undefined ? await begin(body, call) : await change(before, body, call);
  return 'refused' in after ? after : { volunteer: await viewMine(after, now) };
};

const masked = (number: string): string => `${'*'.repeat(number.length - 4)}${number.slice(-4)}`;

/** Keeps or forgets the number of 中国志愿服务网, sealed to its volunteer. */
export const setVolunteerNumber = async (
  { body: { number } }: RouteInput<typeof numberRoute>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof numberRoute> | Refusal> => {
  const numberSealed = number === undefined ? undefined : await seal(number, `volunteer:${who.personId}`);
  const numberMasked = number === undefined ? undefined : masked(number);
  const written = await changeOnce({
    key: keys.volunteer(who.personId),
    set: { numberSealed, numberMasked },
    when: 'attribute_exists(pk)',
    op,
  });
  const volunteer = await findVolunteer(who.personId);
  if (!written.done || volunteer === undefined) return refuse('volunteer-needed');
  return { volunteer: await viewMine(volunteer, now) };
};
