import { earliestStart } from '@gongyi/shared/council/council-rules';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { DAY, HOUR, MINUTE, startOfDay } from '@gongyi/shared/kernel/time';

const HALF = 30 * MINUTE;

/** The next half hour after `earliest`, with room to read the form once more before it is sent. */
export const lawfulFrom = (earliest: number): number => Math.ceil((earliest + 5 * MINUTE) / HALF) * HALF;

/** The evening people can come: 19:00 on the first day that is lawful by then. */
export const usualStart = (rules: CouncilRules, now: number): number => {
  const lawful = lawfulFrom(earliestStart(rules, now));
  const evening = startOfDay(lawful) + 19 * HOUR;
  return evening >= lawful ? evening : evening + DAY;
};
