import { daysOf, signUpKey } from '@gongyi/shared/volunteers/sign-up-rules';
import { VolunteerDay } from '@gongyi/shared/volunteers/sign-up';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import * as z from 'zod/mini';
import { getItem, getItems, putNew, queryAll, queryPage, updateOf } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';

/** Volunteers' days: what somebody has promised for a day, written only as it was seen. */
export const isDayKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.volunteer) && sk.startsWith('DAY#');
export const dayOf = (item: Item): VolunteerDay => z.parse(VolunteerDay, item);

export const findDay = async (volunteerId: string, day: string): Promise<VolunteerDay | undefined> => {
  const item = await getItem(keys.volunteerDay(volunteerId, day), { consistent: true });
  return item && dayOf(item);
};

/** The days that a stretch of time touches, each as it stands or empty. */
export const daysAround = async (
  volunteerId: string,
  stretch: Pick<SignUp, 'startsAt' | 'endsAt'>,
): Promise<VolunteerDay[]> => {
  const days = daysOf(stretch);
  const items = await getItems(
    days.map((day) => keys.volunteerDay(volunteerId, day)),
    { consistent: true },
  );
  const found = new Map(items.map(dayOf).map((day) => [day.day, day]));
  return days.map((day) => found.get(day) ?? { volunteerId, day, rev: 0, signUps: {} });
};

export const signUpIn = (days: readonly VolunteerDay[], shiftId: string, slotId: string): SignUp | undefined =>
  days.map(({ signUps }) => signUps[signUpKey(shiftId, slotId)]).find((one) => one !== undefined);

/** Writes a sign-up into each of these days, if they are still as they were seen; `undefined` takes it out. */
export const dayWrites = (
  days: readonly VolunteerDay[],
  shiftId: string,
  slotId: string,
  signUp: SignUp | undefined,
  op: string,
): TransactItem[] =>
  days.map(({ volunteerId, day, rev, signUps }) => {
    const key = signUpKey(shiftId, slotId);
    const others = Object.fromEntries(Object.entries(signUps).filter(([name]) => name !== key));
    const next = signUp === undefined ? others : { ...others, [key]: signUp };
    const place = keys.volunteerDay(volunteerId, day);
    if (rev === 0) return putNew({ ...place, volunteerId, day, rev: 1, signUps: next, lastOp: op });
    return updateOf({
      key: place,
      set: { signUps: next, rev: rev + 1 },
      when: '#rev = :rev',
      names: { '#rev': 'rev' },
      values: { ':rev': rev },
      op,
    });
  });

/** One page of somebody's days, from a day on forwards, or before it backwards. */
export const daysPage = async (
  volunteerId: string,
  from: string,
  past: boolean,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{ days: VolunteerDay[]; lastKey: Record<string, unknown> | undefined }> => {
  const { pk } = keys.volunteer(volunteerId);
  const page = await queryPage({
    pk,
    between: past ? ['DAY#', `DAY#${from}`] : [`DAY#${from}`, 'DAY#~'],
    newestFirst: past,
    limit,
    after,
    consistent: true,
  });
  return { days: page.items.map(dayOf), lastKey: page.lastKey };
};

/** How often somebody gave up a place after the limit. Shown to themself alone. */
export const lateCancelsOf = async (volunteerId: string): Promise<number> => {
  const { pk } = keys.volunteer(volunteerId);
  const days = (await queryAll({ pk, prefix: 'DAY#' })).map(dayOf);
  const late = days.flatMap(({ signUps }) =>
    Object.entries(signUps).flatMap(([key, signUp]) => (signUp.late === true ? [key] : [])),
  );
  return new Set(late).size;
};
