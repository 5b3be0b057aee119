import { daysBefore, inHandOf, sumsOf } from './figure-store';

/** The door of requests for other slices. */
export { finishedWithPictures } from './finished';
export { handOverOpen } from './hand-over-open';
export type { Finished } from './finished';

/** What an organisation has in hand now, and how much of that is overdue. */
export const openCounts = async (
  organisationId: string,
): Promise<{ readonly open: number; readonly overdue: number }> => {
  const { open, overdue } = await inHandOf(organisationId);
  return { open, overdue };
};

/** Promises (rounds to be resolved in time) that fell due in the last days, and how many were kept. */
export const promises = async (
  organisationId: string,
  days: number,
  now: number,
): Promise<{ readonly kept: number; readonly due: number }> => {
  const { promisesKept, promisesDue } = await sumsOf(organisationId, daysBefore(now, days), now);
  return { kept: promisesKept, due: promisesDue };
};
