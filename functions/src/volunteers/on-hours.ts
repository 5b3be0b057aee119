import type { Reaction } from '../platform/reaction';
import { countEntry } from './figure-store';
import { hoursOf, isHoursKey } from './hours-store';
import { settingsOf } from './kinds-store';
import { earnPoints } from './points-store';

/** Counts a new entry of hours into the figures once, and gives its points where the community keeps some. */
export const onHours: Reaction = {
  name: 'volunteers/count-hours',
  async on({ pk, sk, old, new: item }) {
    if (!isHoursKey(pk, sk) || old !== undefined || item === undefined) return;
    const entry = hoursOf(item);
    await countEntry(entry);
    const { pointsPerHour } = await settingsOf(entry.communityId);
    if (pointsPerHour > 0) await earnPoints(entry, pointsPerHour);
  },
};
