import type { confirmScan as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { confirmation, findScan, fromPhone } from './scan-store';
import { scanSecret } from './scan-secret';
import { makeSession } from './session-store';

/** Confirms once: the write that turns the code over makes the page's session too. */
export const confirmScan = async (
  { params: { code } }: RouteInput<typeof route>,
  { who, now, op, opHash }: Pick<Call, 'who' | 'now' | 'op' | 'opHash'>,
): Promise<RouteReply<typeof route> | Refusal> => {
  const spent = await spendAttempt(who.personId, 'confirm-scan', 30, 10 * MINUTE, now, tryOf({ op, opHash }));
  if (spent) return spent;
  const scan = await findScan(code, now);
  if (scan === undefined) return refuse('scan-code-expired');
  const secret = await scanSecret(code, scan);
  const beside = [confirmation(code, who.personId, now, op), fromPhone(who.personId, who.sessionHash)];
  const made = await makeSession({ personId: who.personId, secret, by: 'scan' }, now, beside);
  if (made !== undefined) return {};
  const after = await findScan(code, now);
  if (after === undefined) return refuse('scan-code-expired');
  if (after.lastOp === op) return {};
  // Still waiting: this session is itself a web page's, and only a phone may vouch.
  return after.state === 'waiting' ? refuse('not-found') : refuse('scan-code-used');
};
