import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { checkInOpens, clockCloses } from '@gongyi/shared/volunteers/attendance-rules';
import type { getCheckInCodes as route } from '@gongyi/shared/volunteers/contract';
import { codesFrom } from '../platform/rotating-codes';
import type { Call } from '../platform/router';
import { shiftToLead } from './get-roster';

/** For the leader's screen at the place, ten minutes ahead: it turns them by itself, without network too. */
export const getCheckInCodes = async (
  { params }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const shift = await shiftToLead(params.shiftId, call);
  if (isRefusal(shift)) return shift;
  const { slots, status } = shift;
  const opensAt = Math.min(...slots.map(checkInOpens));
  const closesAt = Math.max(...slots.map(clockCloses));
  if (status !== 'open' || call.now >= closesAt) return refuse('shift-over', { status });
  // A little before, so that the screen can be tried; a code counts only from when check-in opens.
  if (call.now < opensAt) return refuse('check-in-not-open', { opensAt });
  return { codes: await codesFrom('shift-check-in', shift.id, call.now) };
};
