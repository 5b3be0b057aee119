import { placeKind } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import type {
  VolunteerRow,
  listVolunteers as listRoute,
  recordVolunteer as recordRoute,
} from '@gongyi/shared/volunteers/contract';
import { isMinor } from '@gongyi/shared/volunteers/volunteer';
import type { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import { findPlace } from '../district/public';
import type { Call } from '../platform/router';
import { createOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { PEOPLE, listPage } from './lists';
import { mayInGrid } from './standing';
import { ListedVolunteer, namedVolunteers } from './volunteer-store';
import type { Named } from './volunteer-store';

const rowOf = (volunteerId: string, { name, recorded, volunteer }: Named, now: number): VolunteerRow => ({
  volunteerId,
  name,
  recorded,
  minor: volunteer !== undefined && isMinor(volunteer.bornOn, isoDate(now)),
  guardianGiven: volunteer?.guardian?.given === true,
  skills: volunteer?.skills ?? [],
});

/** Whether somebody writes things down for a place; of a community its own staff alone do. */
const recordsIn = (placeId: string, { who, now }: Call): Promise<boolean> =>
  mayInGrid(who, 'volunteer.record', { placeId }, now);

/** People of a grid or building of a community write things down in it, too. */
const recordsBelow = async (placeId: string, call: Call): Promise<boolean> => {
  const places = call.who.grants.flatMap((grant) => grant.placeId ?? []).filter((id) => id.startsWith(`${placeId}.`));
  for (const id of places) if (await recordsIn(id, call)) return true;
  return false;
};

/** Records somebody without an account, once. */
export const recordVolunteer = async (
  { params: { placeId }, body: { name, bornOn, skills } }: RouteInput<typeof recordRoute>,
  call: Call,
): Promise<VolunteerRow | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!(await recordsIn(placeId, call)) && !(await recordsBelow(placeId, call))) return refuse('not-found');
  if (placeKind(placeId) !== 'community' || (await findPlace(placeId)) === undefined) return refuse('place-unknown');
  const volunteer: Volunteer = {
    id: op,
    rev: 1,
    communityId: placeId,
    name,
    recordedById: who.personId,
    bornOn,
    skills: [...new Set(skills)],
    interests: [],
    exportHours: false,
    since: now,
  };
  const written = await createOnce({ ...volunteer, ...keys.volunteer(op), opHash });
  if (!written.done) return refuse('key-reused');
  return rowOf(op, { name, recorded: true, party: false, volunteer }, now);
};

/**
 * Volunteers of a community, to enter them for something. People of a grid or building are shown only those without
 * an account, who cannot enter themselves; the others are no business of theirs.
 */
export const listVolunteers = async (
  { params: { placeId }, query: { skill, recorded, ...page } }: RouteInput<typeof listRoute>,
  call: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const all = await recordsIn(placeId, call);
  if (!all && !(await recordsBelow(placeId, call))) return refuse('not-found');
  const fits = (row: ListedVolunteer): boolean =>
    (all || row.recorded) &&
    (skill === undefined || row.skills.includes(skill)) &&
    (recorded === undefined || row.recorded === (recorded === 'yes'));
  const found = await listPage(
    { schema: ListedVolunteer, list: PEOPLE, ownerId: placeId, fits, ...page },
    call.who.personId,
  );
  if (isRefusal(found)) return found;
  const names = await namedVolunteers(found.rows.map(({ id }) => id));
  return {
    items: [...names].flatMap(([id, named]) => (named.volunteer === undefined ? [] : [rowOf(id, named, call.now)])),
    ...(found.cursor === undefined ? {} : { cursor: found.cursor }),
  };
};
