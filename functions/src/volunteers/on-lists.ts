import * as z from 'zod/mini';
import { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import { shiftStarts } from '@gongyi/shared/volunteers/shift-rules';
import type { HoursEntry } from '@gongyi/shared/volunteers/hours';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { Team } from '@gongyi/shared/volunteers/team';
import { keepRows } from '../platform/list-rows';
import type { Row, Standing } from '../platform/list-rows';
import type { Change, Reaction } from '../platform/reaction';
import { getItem } from '../platform/table';
import type { Item } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { hoursOf, isHoursKey } from './hours-store';
import { BOOK, PEOPLE, SHIFTS, TEAMS, TEAM_HOURS, TEAM_SHIFTS, listOwners } from './lists';
import { findShift, findTeam, findWish, recordKey, shiftOf, teamOf, wishOf } from './record-store';
import { seatsOfShift } from './seat-store';
import { ListedShift } from './shift-row';
import { isMemberKey, membersOfTeam } from './team-store';
import { ListedTeam } from './team-row';
import { listedVolunteer } from './volunteer-store';
import { NO_FILL, addFill, fillOf, missingOf } from './view-shift';
import { rowsOfWish } from './wish-lists';

const rowsOfShift = (shift: Shift, seats: readonly Parameters<typeof fillOf>[0][]): Row[] => {
  const fill = seats.map(fillOf).reduce(addFill, NO_FILL);
  const row = z.parse(ListedShift, { ...shift, fill, missing: missingOf(seats) });
  const at = shiftStarts(shift);
  return [
    ...listOwners(shift.communityId).map((ownerId) => ({ ...keys.listRow(SHIFTS, ownerId, at, shift.id), row })),
    { ...keys.listRow(TEAM_SHIFTS, shift.teamId, at, shift.id), row },
  ];
};

const readShift = async (shiftId: string): Promise<Standing | undefined> => {
  const [shift, seats] = await Promise.all([findShift(shiftId), seatsOfShift(shiftId)]);
  if (shift === undefined) return undefined;
  const rows = rowsOfShift(shift, seats);
  return { state: JSON.stringify(rows), rows };
};

const rowsOfTeam = (team: Team, members: number): Row[] =>
  listOwners(team.communityId).map((ownerId) => ({
    ...keys.listRow(TEAMS, ownerId, team.madeAt, team.id),
    row: z.parse(ListedTeam, { ...team, members }),
  }));

const readTeam = async (teamId: string): Promise<Standing | undefined> => {
  const [team, members] = await Promise.all([findTeam(teamId), membersOfTeam(teamId)]);
  if (team === undefined) return undefined;
  const belong = members.filter(({ state }) => state === 'member' || state === 'leader').length;
  const rows = rowsOfTeam(team, belong);
  return { state: JSON.stringify(rows), rows };
};

const readWish = async (wishId: string): Promise<Standing | undefined> => {
  const wish = await findWish(wishId);
  return wish && { state: `${String(wish.rev)} ${wish.wordsCheck}`, rows: rowsOfWish(wish) };
};

const images = ({ old, new: now }: Change): Item[] =>
  [old, now].flatMap((image): Item[] => (image === undefined ? [] : [image]));

const onThing = async (change: Change, kind: 'team' | 'shift' | 'wish', id: string): Promise<void> => {
  if (kind === 'shift')
    await keepRows(
      images(change).flatMap((image) => rowsOfShift(shiftOf(image), [])),
      () => readShift(id),
    );
  if (kind === 'team')
    await keepRows(
      images(change).flatMap((image) => rowsOfTeam(teamOf(image), 0)),
      () => readTeam(id),
    );
  if (kind === 'wish')
    await keepRows(
      images(change).flatMap((image) => rowsOfWish(wishOf(image))),
      () => readWish(id),
    );
};

const isSeatsKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.shift) && sk.startsWith('SEATS#');
const isProfileKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.volunteer) && sk === 'PROFILE';

const rowOfVolunteer = (image: Item): Row[] => {
  const volunteer = z.safeParse(Volunteer, image);
  if (!volunteer.success) return [];
  const { id, communityId, since } = volunteer.data;
  return [{ ...keys.listRow(PEOPLE, communityId, since, id), row: listedVolunteer(volunteer.data) }];
};

const rowsOfHours = (entry: HoursEntry): Row[] =>
  [
    { list: TEAM_HOURS, ownerId: entry.teamId },
    { list: BOOK, ownerId: entry.communityId },
  ].map(({ list, ownerId }) => ({ ...keys.listRow(list, ownerId, entry.servedAt, entry.id), row: entry }));

/** Follows one item by itself: it is there with its rows, or gone without. */
const follow = (change: Change, rowsOf: (image: Item) => Row[]): Promise<void> =>
  keepRows(images(change).flatMap(rowsOf), async () => {
    const item = await getItem({ pk: change.pk, sk: change.sk }, { consistent: true });
    const rows = item === undefined ? [] : rowsOf(item);
    return { state: JSON.stringify(rows), rows };
  });

/** Keeps the lists of teams, shifts, volunteers, hours and wishes. */
export const onVolunteerLists: Reaction = {
  name: 'volunteers/keep-lists',
  async on(change) {
    const { pk, sk } = change;
    const thing = recordKey(pk, sk);
    if (thing?.step === false) await onThing(change, thing.kind, thing.id);
    else if (isSeatsKey(pk, sk)) await keepRows([], () => readShift(pk.slice(PREFIX.shift.length)));
    else if (isMemberKey(pk, sk)) await keepRows([], () => readTeam(pk.slice(PREFIX.team.length)));
    else if (isProfileKey(pk, sk)) await follow(change, rowOfVolunteer);
    else if (isHoursKey(pk, sk)) await follow(change, (image) => rowsOfHours(hoursOf(image)));
  },
};
