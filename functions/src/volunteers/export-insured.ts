import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR, isoDate } from '@gongyi/shared/kernel/time';
import { safeCell } from '@gongyi/shared/requests/export-table';
import type { exportInsured as route } from '@gongyi/shared/volunteers/contract';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { HOLDS_PLACE } from '@gongyi/shared/volunteers/sign-up-rules';
import { phoneOf } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { spreadsheet } from '../platform/spreadsheet';
import { findSlot } from './enter-sign-up';
import { shiftToLead } from './get-roster';
import { rosterOf } from './roster-store';
import type { RosterLine } from './roster-store';
import { findSignUp } from './sign-up-of';
import { namedVolunteers } from './volunteer-store';

const COLUMNS = [
  { header: '姓名', width: 12 },
  { header: '出生年月', width: 12 },
  { header: '手机号', width: 16 },
  { header: '活动', width: 24 },
  { header: '日期', width: 12 },
] as const;
const MOST_AN_HOUR = 10;

/** Who allows it this very moment: the list follows by a moment, the volunteer's own day does not. */
const stillAllows = async (shift: Shift, { volunteerId, signUp }: RosterLine): Promise<boolean> => {
  const slot = findSlot(shift, signUp.slotId);
  const own = slot && (await findSignUp(volunteerId, shift, slot));
  return own?.insure === true && HOLDS_PLACE.includes(own.state);
};

/** A list for the insurer: those who allowed it and nobody else. Every number taken out is logged for its owner. */
export const exportInsured = async (
  { params: { shiftId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const { who, now, op } = call;
  const shift = await shiftToLead(shiftId, call);
  if (isRefusal(shift)) return shift;
  const spent = await spendAttempt(who.personId, 'export-insured', MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent !== undefined) return spent;
  const lines = await rosterOf(shiftId);
  const allowed = (
    await Promise.all(lines.map(async (line) => ((await stillAllows(shift, line)) ? [line] : [])))
  ).flat();
  if (allowed.length === 0) return refuse('nobody-consented');
  const names = await namedVolunteers(allowed.map(({ volunteerId }) => volunteerId));
  const rows = await Promise.all(
    allowed.map(async ({ volunteerId, signUp }) => {
      const named = names.get(volunteerId);
      const look = { at: now, id: `${op}.${signUp.slotId}`, role: 'team-leader', place: shift.placeName };
      const phone = named?.recorded === true ? undefined : await phoneOf(volunteerId, look);
      const { name = '', volunteer } = named ?? {};
      return [name, volunteer?.bornOn ?? '', phone ?? '', shift.title, isoDate(signUp.startsAt)].map(safeCell);
    }),
  );
  const { keepExport } = await import('../platform/exported-file');
  const file = { id: op, type: 'xlsx', name: `投保名单 ${shift.number}` } as const;
  return { url: await keepExport(file, await spreadsheet('投保名单', COLUMNS, rows)), rows: rows.length };
};
