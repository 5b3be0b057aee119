import type { readCode as route } from '@gongyi/shared/district/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { spendAttempt } from '../platform/rate-limit';
import type { OpenCall } from '../platform/router';
import { findCode } from './code-store';
import { findPlaceWithPath } from './place-path';

/** Enough for many neighbours behind one address, too few to try ids. */
const MOST = 300;

export const readCode = async (
  { params: { codeId } }: RouteInput<typeof route>,
  call: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const spent = await spendAttempt(`ip:${call.sourceIp}`, 'read-code', MOST, 10 * MINUTE, call.now);
  if (spent) return spent;
  const code = await findCode(codeId);
  const place = code && (await findPlaceWithPath(code.placeId));
  return code === undefined || place === undefined ? refuse('not-found') : { code, place };
};
