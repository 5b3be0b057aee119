import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isoDate } from '@gongyi/shared/kernel/time';
import type { MyHours, getMyHours as route } from '@gongyi/shared/volunteers/contract';
import { sumOf, yearsOf } from '@gongyi/shared/volunteers/hours-rules';
import type { Call } from '../platform/router';
import { lateCancelsOf } from './day-store';
import { hoursRow } from './hours-row';
import { hoursOfVolunteer } from './hours-store';

/** My record of hours: a year's entries and every year's sums. */
export const getMyHours = async ({ query }: RouteInput<typeof route>, { who, now }: Call): Promise<MyHours> => {
  const [entries, lateCancels] = await Promise.all([hoursOfVolunteer(who.personId), lateCancelsOf(who.personId)]);
  const year = query.year ?? Number(isoDate(now).slice(0, 4));
  return {
    sum: sumOf(entries),
    years: yearsOf(entries),
    items: entries
      .filter(({ servedAt }) => Number(isoDate(servedAt).slice(0, 4)) === year)
      .map((entry) => hoursRow(entry, entries)),
    lateCancels,
  };
};
