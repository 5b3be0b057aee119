import * as z from 'zod/mini';

/** What a community decides for its volunteers. */
export const VolunteerSettings = z.object({
  version: z.int(),
  /** Points for an hour served; 0: the community keeps none. They are never on a certificate. */
  pointsPerHour: z.int().check(z.minimum(0), z.maximum(100)),
  /** Days a wish may wait for somebody before it comes before the grid team. */
  wishDays: z.int().check(z.minimum(1), z.maximum(60)),
});
export type VolunteerSettings = z.output<typeof VolunteerSettings>;

export const DEFAULT_VOLUNTEER_SETTINGS: VolunteerSettings = { version: 0, pointsPerHour: 0, wishDays: 7 };

/** Points for so many minutes, rounded down; of a correction that takes minutes away, taken back. */
export const pointsFor = (minutes: number, perHour: number): number => Math.trunc((minutes * perHour) / 60);
