import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Roster, getRoster as route } from '@gongyi/shared/volunteers/contract';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { Call } from '../platform/router';
import { findShift, findTeam } from './record-store';
import { leads } from './standing';
import { viewRoster } from './view-roster';

/** A shift that the caller leads. */
export const shiftToLead = async (shiftId: string, { who, now }: Call): Promise<Shift | Refusal> => {
  const shift = await findShift(shiftId);
  const team = shift && (await findTeam(shift.teamId));
  return shift !== undefined && team !== undefined && leads(team, who, now) ? shift : refuse('not-found');
};

export const getRoster = async ({ params }: RouteInput<typeof route>, call: Call): Promise<Roster | Refusal> => {
  const shift = await shiftToLead(params.shiftId, call);
  return 'refused' in shift ? shift : viewRoster(shift, call);
};
