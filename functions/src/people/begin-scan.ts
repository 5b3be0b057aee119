import type { beginScan as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { env } from '../platform/env';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { OpenCall } from '../platform/router';
import { newScan } from './scan-store';
import { secretFrom } from './session-store';

/** Many may share one address; each code leaves an item for three minutes. */
const MOST = 300;

export const beginScan = async (
  _input: RouteInput<typeof route>,
  { now, op, opHash, sourceIp }: Pick<OpenCall, 'now' | 'op' | 'opHash' | 'sourceIp'>,
): Promise<RouteReply<typeof route> | Refusal> => {
  const spent = await spendAttempt(`ip:${sourceIp}`, 'begin-scan', MOST, 10 * MINUTE, now, tryOf({ op, opHash }));
  if (spent) return spent;
  // The address is part of what they are made from: another page that chose the same key gets others.
  const [code, pollSecret] = await Promise.all([
    secretFrom('scan-code', op, sourceIp),
    secretFrom('scan-poll', op, sourceIp),
  ]);
  const expiresAt = await newScan(code, pollSecret, opHash, now);
  return { code, pollSecret, expiresAt, url: `${env().PUBLIC_BASE_URL}/?scan=${code}` };
};
