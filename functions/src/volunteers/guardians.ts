import { refuse } from '@gongyi/shared/kernel/refusal';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import { bindingCounts } from '@gongyi/shared/people/role';
import type { Identity } from '@gongyi/shared/people/role';
import type { giveGuardianConsent as route, listWards as wardsRoute } from '@gongyi/shared/volunteers/contract';
import { isMinor } from '@gongyi/shared/volunteers/volunteer';
import type { GuardianConsent, Volunteer } from '@gongyi/shared/volunteers/volunteer';
import { maskName, namesOf, residentIdsOf } from '../people/public';
import type { Call } from '../platform/router';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { mayInGrid } from './standing';
import { findVolunteer, findVolunteers } from './volunteer-store';

/** Homes in which somebody counts as a guardian may: owner or family, grown up. */
const guardedHomes = async ({ homes, personId }: Identity, now: number) => {
  const self = await findVolunteer(personId);
  if (self !== undefined && isMinor(self.bornOn, isoDate(now))) return [];
  return homes.filter((home) => bindingCounts(home, now) && home.relation !== 'tenant');
};

/** Volunteers under eighteen of my own homes. */
export const listWards = async (
  _input: RouteInput<typeof wardsRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof wardsRoute>> => {
  const homes = await guardedHomes(who, now);
  const residents = await Promise.all(
    homes.map(async ({ homeId, homeName }) => (await residentIdsOf(homeId, now)).map((id) => ({ id, homeName }))),
  );
  const others = residents.flat().filter(({ id }) => id !== who.personId);
  const volunteers = await findVolunteers(others.map(({ id }) => id));
  const minors = others.filter(({ id }) => {
    const volunteer = volunteers.get(id);
    return volunteer !== undefined && isMinor(volunteer.bornOn, isoDate(now));
  });
  const names = await namesOf(minors.map(({ id }) => id));
  return {
    items: [...new Map(minors.map((minor) => [minor.id, minor])).values()].map(({ id, homeName }) => {
      const guardian = volunteers.get(id)?.guardian;
      return {
        volunteerId: id,
        name: names.get(id) ?? '',
        homeName,
        given: guardian?.given === true,
        ...(guardian === undefined ? {} : { at: guardian.at }),
      };
    }),
  };
};

/** As guardian, in a home that is theirs together. */
const asGuardian = async (
  volunteer: Volunteer,
  call: Call,
): Promise<Omit<GuardianConsent, 'given' | 'at'> | undefined> => {
  const { who, now } = call;
  if (volunteer.id === who.personId) return undefined;
  for (const { homeId } of await guardedHomes(who, now)) {
    if (!may(who, 'volunteer.consent-as-guardian', { homeId, placeId: homeId }, now)) continue;
    if (!(await residentIdsOf(homeId, now)).includes(volunteer.id)) continue;
    const name = maskName((await namesOf([who.personId])).get(who.personId));
    return { by: 'guardian', byId: who.personId, name };
  }
  return undefined;
};

/** As staff of the volunteer's community, who saw the paper. */
const asStaff = async (
  volunteer: Volunteer,
  guardianName: string | undefined,
  { who, now }: Call,
): Promise<Omit<GuardianConsent, 'given' | 'at'> | undefined> => {
  if (guardianName === undefined || volunteer.id === who.personId) return undefined;
  if (!(await mayInGrid(who, 'volunteer.record', { placeId: volunteer.communityId }, now))) return undefined;
  return { by: 'staff', byId: who.personId, name: maskName(guardianName) };
};

/** A guardian allows a minor to serve, or takes that back; who is neither guardian nor staff finds nobody here. */
export const giveGuardianConsent = async (
  { params: { volunteerId }, body: { given, paper } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const volunteer = await findVolunteer(volunteerId);
  if (volunteer === undefined) return refuse('not-found');
  const by =
    (await asStaff(volunteer, paper?.guardianName, call)) ??
    (paper === undefined ? await asGuardian(volunteer, call) : undefined);
  if (by === undefined) return refuse('not-found');
  if (!isMinor(volunteer.bornOn, isoDate(call.now))) return refuse('not-a-minor');
  const written = await changeOnce({
    key: keys.volunteer(volunteerId),
    set: { guardian: { given, at: call.now, ...by } },
    when: 'attribute_exists(pk)',
    op: call.op,
  });
  return written.done ? { given } : refuse('not-found');
};
