import { DAY } from '@gongyi/shared/kernel/time';
import { createOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { randomUUID } from 'node:crypto';

/** True for the one caller that may ring for this cause. */
export const claimRing = async (organisationId: string, causeId: string, now: number): Promise<boolean> => {
  const { done } = await createOnce({
    ...keys.noticeOnce(`robot.${organisationId}`, causeId),
    opHash: randomUUID(),
    expiresAt: Math.ceil((now + 90 * DAY) / 1000),
  });
  return done;
};
