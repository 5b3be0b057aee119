import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { listMyTeams as mineRoute, listTeams as route } from '@gongyi/shared/volunteers/contract';
import type { Call, OpenCall } from '../platform/router';
import { TEAMS, listFor, listPage, touches } from './lists';
import { findTeam } from './record-store';
import { ListedTeam, teamRow } from './team-row';
import { membersOfTeam, teamsOfVolunteer } from './team-store';

/** Teams of a place and below, or that serve it. */
export const listTeams = async (
  { params: { placeId }, query: { kind, cursor, limit } }: RouteInput<typeof route>,
  { who }: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const page = await listPage(
    {
      schema: ListedTeam,
      list: TEAMS,
      ownerId: listFor(placeId),
      name: `${placeId}/${kind ?? ''}`,
      cursor,
      limit,
      fits: ({ status, communityId, serves, kind: own, wordsCheck }) =>
        status === 'active' &&
        wordsCheck === 'clear' &&
        touches([communityId, ...serves.map((one) => one.placeId)], placeId) &&
        (kind === undefined || own.id === kind),
    },
    who?.personId ?? '',
  );
  if (isRefusal(page)) return page;
  return {
    items: page.rows.map((team) => teamRow(team, who?.personId)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
};

/** Teams I lead, am in, asked to join or am invited to. */
export const listMyTeams = async (
  _input: RouteInput<typeof mineRoute>,
  { who }: Call,
): Promise<RouteReply<typeof mineRoute>> => {
  const mine = await teamsOfVolunteer(who.personId);
  const items = await Promise.all(
    mine.map(async ({ teamId, state }) => {
      const [team, members] = await Promise.all([findTeam(teamId), membersOfTeam(teamId)]);
      if (team === undefined) return [];
      const belong = members.filter((member) => member.state === 'member' || member.state === 'leader').length;
      return [{ ...teamRow({ ...team, members: belong }, who.personId), mine: state }];
    }),
  );
  return { items: items.flat() };
};
