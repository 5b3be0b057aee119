import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import type { listShifts as route, listTeamShifts as teamRoute } from '@gongyi/shared/volunteers/contract';
import { shiftEnds, shiftStarts } from '@gongyi/shared/volunteers/shift-rules';
import type { OpenCall } from '../platform/router';
import { SHIFTS, TEAM_SHIFTS, listFor, listPage, touches } from './lists';
import { ListedShift, shiftRow, skillsOf } from './shift-row';

/** A shift that began before this may still have slots to come. */
const LONGEST = 3 * DAY;

/** Shifts at a place and below that are not over, soonest first. */
export const listShifts = async (
  { params: { placeId }, query }: RouteInput<typeof route>,
  { who, now }: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const { kind, skill, missing, until, cursor, limit } = query;
  const page = await listPage(
    {
      schema: ListedShift,
      list: SHIFTS,
      ownerId: listFor(placeId),
      name: `${placeId}/${kind ?? ''}/${skill ?? ''}/${missing ?? ''}/${String(until ?? '')}`,
      cursor,
      limit,
      from: Math.max(0, now - LONGEST),
      fits: (shift) =>
        shift.status === 'open' &&
        shiftEnds(shift) > now &&
        shift.wordsCheck === 'clear' &&
        (until === undefined || shiftStarts(shift) < until) &&
        touches([shift.placeId], placeId) &&
        (kind === undefined || shift.kind.id === kind) &&
        (skill === undefined || skillsOf(shift).includes(skill)) &&
        (missing === undefined || shift.missing > 0 === (missing === 'yes')),
    },
    who?.personId ?? '',
  );
  if (isRefusal(page)) return page;
  return { items: page.rows.map(shiftRow), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
};

/** A team's shifts, latest first. */
export const listTeamShifts = async (
  { params: { teamId }, query }: RouteInput<typeof teamRoute>,
  { who }: OpenCall,
): Promise<RouteReply<typeof teamRoute> | Refusal> => {
  const asked = { schema: ListedShift, list: TEAM_SHIFTS, ownerId: teamId, newestFirst: true, ...query };
  const page = await listPage(asked, who?.personId ?? '');
  if (isRefusal(page)) return page;
  return { items: page.rows.map(shiftRow), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
};
