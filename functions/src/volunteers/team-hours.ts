import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { startOfDay } from '@gongyi/shared/kernel/time';
import type {
  HoursRow,
  addHours as addRoute,
  correctHours as correctRoute,
  listTeamHours as listRoute,
} from '@gongyi/shared/volunteers/contract';
import { HoursEntry } from '@gongyi/shared/volunteers/hours';
import { checkKeeper, checkMinutes, standingMinutes } from '@gongyi/shared/volunteers/hours-rules';
import type { Team } from '@gongyi/shared/volunteers/team';
import { maskName, namesOf } from '../people/public';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import { getItem, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { bareRow, hoursRow } from './hours-row';
import { hoursOfVolunteer, hoursWrite } from './hours-store';
import { TEAM_HOURS, listPage } from './lists';
import { findTeam } from './record-store';
import { leads, teamSubject } from './standing';
import { findMember } from './team-store';
import { findVolunteer, namedVolunteers } from './volunteer-store';

/** Whoever keeps a team's hours: its leaders and the community. */
const keeps = (team: Team, { who, now }: Call): boolean => may(who, 'hours.keep', teamSubject(team, who.personId), now);

/** 队长 王** or 社区 王**: by what they keep the hours. */
const keeperName = async (team: Team, { who }: Call): Promise<string> => {
  const as = team.leaderIds.includes(who.personId) ? '队长' : '社区';
  return `${as} ${maskName((await namesOf([who.personId])).get(who.personId))}`;
};

/** Entries of a team's hours, newest service first. */
export const listTeamHours = async (
  { params: { teamId }, query }: RouteInput<typeof listRoute>,
  { who, now }: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const team = await findTeam(teamId);
  if (team === undefined || !leads(team, who, now)) return refuse('not-found');
  const asked = { schema: HoursEntry, list: TEAM_HOURS, ownerId: teamId, newestFirst: true, ...query };
  const page = await listPage(asked, who.personId);
  if (isRefusal(page)) return page;
  const names = await namedVolunteers(page.rows.map(({ volunteerId }) => volunteerId));
  return {
    items: page.rows.map((entry) => ({ ...bareRow(entry), name: names.get(entry.volunteerId)?.name ?? '' })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
};

/** Writes an entry once; the one that stands there when this very operation wrote it before. */
const writeEntry = async (entry: HoursEntry, { op, opHash }: Call): Promise<HoursEntry | Refusal | undefined> => {
  if ((await writeTogether([hoursWrite(entry, op, opHash)])).done) return entry;
  const old = await getItem(keys.hoursEntry(entry.volunteerId, entry.servedAt, entry.id), { consistent: true });
  if (old?.['op'] !== op) return undefined;
  return old['opHash'] === opHash ? entry : refuse('key-reused');
};

/** Adds hours by hand, kept apart in every sum, with the reason and who. */
export const addHours = async (
  { params: { teamId }, body: { volunteerId, minutes, date, title, reason } }: RouteInput<typeof addRoute>,
  call: Call,
): Promise<HoursRow | Refusal> => {
  const { who, now, op } = call;
  const team = await findTeam(teamId);
  if (team === undefined || !keeps(team, call)) return refuse('not-found');
  const refused = checkKeeper(who.personId, volunteerId) ?? checkMinutes(minutes);
  if (refused !== undefined) return refused;
  const servedAt = startOfDay(Date.parse(`${date}T12:00:00+08:00`));
  if (servedAt > now || servedAt < 0) return refuse('date-not-past');
  const [volunteer, member] = await Promise.all([findVolunteer(volunteerId), findMember(teamId, volunteerId)]);
  const belongs = member?.state === 'member' || member?.state === 'leader';
  if (volunteer === undefined || (!belongs && volunteer.communityId !== team.communityId)) {
    return refuse('volunteer-unknown');
  }
  const entry: HoursEntry = {
    id: op,
    volunteerId,
    kind: 'by-hand',
    byHand: true,
    minutes,
    servedAt,
    at: now,
    teamId,
    teamName: team.name,
    teamKind: team.kind,
    communityId: team.communityId,
    title,
    marks: [],
    reason,
    byId: who.personId,
    byName: await keeperName(team, call),
  };
  const written = await writeEntry(entry, call);
  if (written === undefined) return refuse('changed-meanwhile');
  return isRefusal(written) ? written : hoursRow(written, []);
};

/**
 * Says what an entry truly comes to. The difference is added to the record; each correction is its entry's next, so
 * that two at once cannot both be written.
 */
export const correctHours = async (
  { params: { volunteerId, entryId }, body: { seen, minutes, reason } }: RouteInput<typeof correctRoute>,
  call: Call,
): Promise<HoursRow | Refusal> => {
  const { who, now, op, opHash } = call;
  const entries = await hoursOfVolunteer(volunteerId);
  const entry = entries.find(({ id }) => id === entryId);
  const team = entry && (await findTeam(entry.teamId));
  if (entry === undefined || team === undefined || !keeps(team, call)) return refuse('not-found');
  const own = checkKeeper(who.personId, volunteerId);
  if (own !== undefined) return own;
  if (entry.kind === 'correction') return refuse('hours-unknown');
  const corrections = entries.filter(({ corrects }) => corrects === entryId);
  for (const made of corrections) {
    const stored = await getItem(keys.hoursEntry(volunteerId, made.servedAt, made.id));
    if (stored?.['op'] !== op) continue;
    return stored['opHash'] === opHash ? hoursRow(made, entries) : refuse('key-reused');
  }
  const standing = standingMinutes(entry, entries);
  if (standing !== seen) return refuse('changed-meanwhile', { standing });
  if (standing === minutes) return refuse('minutes-same');
  const correction: HoursEntry = {
    ...entry,
    id: derivedId('correction', entryId, String(corrections.length + 1)),
    kind: 'correction',
    minutes: minutes - standing,
    at: now,
    marks: [],
    corrects: entryId,
    reason,
    byId: who.personId,
    byName: await keeperName(team, call),
  };
  const written = await writeEntry(correction, call);
  if (written === undefined) return refuse('changed-meanwhile', { standing });
  return isRefusal(written) ? written : hoursRow(written, [...entries, written]);
};
