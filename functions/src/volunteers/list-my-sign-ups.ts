import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR, isoDate } from '@gongyi/shared/kernel/time';
import type { MySignUp, listMySignUps as route } from '@gongyi/shared/volunteers/contract';
import { Shift } from '@gongyi/shared/volunteers/shift';
import { daysOf } from '@gongyi/shared/volunteers/sign-up-rules';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import * as z from 'zod/mini';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { getItems } from '../platform/table';
import { keys } from '../platform/table-shape';
import { attendancesOf } from './attendance-store';
import { daysPage } from './day-store';
import { part, titleShown } from './shown';

const shiftsOf = async (signUps: readonly SignUp[]): Promise<Map<string, Shift>> => {
  const items = await getItems([...new Set(signUps.map(({ shiftId }) => shiftId))].map((id) => keys.shift(id)));
  return new Map(items.map((item) => z.parse(Shift, item)).map((shift) => [shift.id, shift]));
};

const placeOf = ({ shiftId, slotId }: Pick<SignUp, 'shiftId' | 'slotId'>): string => `${shiftId} ${slotId}`;

/** When those who came went again, by shift and slot. */
const wentOf = async (volunteerId: string, signUps: readonly SignUp[]): Promise<Map<string, number>> => {
  const here = signUps.filter(({ state }) => state === 'here');
  const attendances = await attendancesOf(volunteerId, here);
  return new Map(
    attendances.flatMap((each) => (each.out === undefined ? [] : [[placeOf(each), each.out.at] as const])),
  );
};

const rowOf = (signUp: SignUp, shift: Shift | undefined, wentAt: number | undefined): MySignUp[] => {
  if (shift === undefined) return [];
  const { shiftId, slotId, roleId, state, answerBy, startsAt, endsAt, late = false } = signUp;
  const role = shift.slots.find(({ id }) => id === slotId)?.roles.find(({ id }) => id === roleId);
  return [
    {
      shiftId,
      slotId,
      roleId,
      roleName: role?.name ?? '',
      state,
      ...part('answerBy', answerBy),
      title: titleShown(shift.title, shift.wordsCheck, false),
      placeName: shift.placeName,
      teamName: shift.teamName,
      startsAt,
      endsAt,
      ...part('wentAt', wentAt),
      late,
    },
  ];
};

/** What I signed up for: to come, soonest first; or past, newest first. */
export const listMySignUps = async (
  { query: { past: asked, cursor, limit } }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const past = asked === 'yes';
  const name = `volunteers/my-sign-ups/${asked}`;
  const start = await readCursor(cursor, name, who.personId);
  if (isRefusal(start)) return start;
  const today = isoDate(past ? now : now - 24 * HOUR);
  const { days, lastKey } = await daysPage(who.personId, today, past, limit, start.after);
  const signUps = days
    // What runs past five in the morning stands in two days: it is told of in its first.
    .flatMap(({ day, signUps: own }) => Object.values(own).filter((one) => daysOf(one)[0] === day))
    .filter(({ endsAt }) => endsAt <= now === past)
    .sort((a, b) => (past ? b.startsAt - a.startsAt : a.startsAt - b.startsAt));
  const [shifts, went] = await Promise.all([shiftsOf(signUps), wentOf(who.personId, signUps)]);
  const next = await makeCursor(lastKey, name, who.personId);
  return {
    items: signUps.flatMap((signUp) => rowOf(signUp, shifts.get(signUp.shiftId), went.get(placeOf(signUp)))),
    ...(next === undefined ? {} : { cursor: next }),
  };
};
