import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { checkKeeper } from '@gongyi/shared/volunteers/hours-rules';
import type { Roster, markPresence as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { come, go, mayCome, mayGo } from './come-and-go';
import { findSlot } from './enter-sign-up';
import { shiftToLead } from './get-roster';
import { viewRoster } from './view-roster';

/** The leader ticks somebody off; it stands in the record as theirs, and nobody ticks themself off. */
export const markPresence = async (
  { params: { shiftId }, body: { volunteerId, slotId, what } }: RouteInput<typeof route>,
  call: Call,
): Promise<Roster | Refusal> => {
  const { who, now, op, opHash } = call;
  const shift = await shiftToLead(shiftId, call);
  if (isRefusal(shift)) return shift;
  const slot = findSlot(shift, slotId);
  if (slot === undefined) return refuse('not-signed-up');
  const own = checkKeeper(who.personId, volunteerId);
  if (own !== undefined) return own;
  const mark = { at: now, by: 'leader', byId: who.personId } as const;
  const presence = { volunteerId, shift, slot, mark, op, opHash };
  const state = await (what === 'in' ? mayCome(presence) : mayGo(presence));
  if (state !== undefined) return state === 'done' ? viewRoster(shift, call) : state;
  const refused = await (what === 'in' ? come(presence) : go(presence, now));
  return refused ?? viewRoster(shift, call);
};
