import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { ShiftView, getShift as route } from '@gongyi/shared/volunteers/contract';
import type { OpenCall } from '../platform/router';
import { findShift } from './record-store';
import { viewShift } from './view-shift';

/** One shift, for anybody who has its address: what a share card opens. */
export const getShift = async ({ params }: RouteInput<typeof route>, call: OpenCall): Promise<ShiftView | Refusal> => {
  const shift = await findShift(params.shiftId);
  return shift === undefined ? refuse('not-found') : viewShift(shift, call);
};
