import { timingSafeEqual } from 'node:crypto';
import type { pollScan as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { OpenCall } from '../platform/router';
import { secretHash } from '../platform/session';
import { findScan } from './scan-store';
import { scanSecret } from './scan-secret';
import { tokenAgain } from './session-store';

/** Only reads, so asking again after a lost answer gives the same session. */
export const pollScan = async (
  { body: { code, pollSecret } }: RouteInput<typeof route>,
  { now }: Pick<OpenCall, 'now'>,
): Promise<RouteReply<typeof route> | Refusal> => {
  const scan = await findScan(code, now);
  // A wrong secret looks like a code that never was.
  if (scan === undefined || !timingSafeEqual(Buffer.from(scan.pollHash), Buffer.from(secretHash(pollSecret))))
    return refuse('scan-code-expired');
  if (scan.state === 'waiting' || scan.personId === undefined) return { state: 'waiting' };
  const session = await tokenAgain(scan.personId, await scanSecret(code, scan), now);
  return session === undefined ? refuse('scan-code-expired') : { state: 'confirmed', session };
};
