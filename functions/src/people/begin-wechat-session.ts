import type { beginWechatSession as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { OpenCall } from '../platform/router';
import { codeToOpenid } from '../platform/wechat';
import { personOfAccount } from './person-store';
import { makeSession, secretFrom, tokenAgain } from './session-store';
import { findSignIn, newSignIn } from './sign-in-store';

/** Signs in by WeChat's code. The secret is made from code and key together: one alone gives nothing. */
export const beginWechatSession = async (
  { body: { code } }: RouteInput<typeof route>,
  { now, op, opHash }: Pick<OpenCall, 'now' | 'op' | 'opHash'>,
): Promise<RouteReply<typeof route> | Refusal> => {
  const secret = await secretFrom('wechat', op, code);
  const again = async (): Promise<RouteReply<typeof route> | Refusal | undefined> => {
    const before = await findSignIn(op, now);
    if (before === undefined) return undefined;
    if (before.inputHash !== opHash) return refuse('key-reused');
    return (await tokenAgain(before.personId, secret, now)) ?? refuse('wechat-code-refused');
  };
  const earlier = await again();
  if (earlier !== undefined) return earlier;
  const answer = await codeToOpenid(code);
  if (!answer.ok) {
    if (answer.cause === 'unavailable') throw new Error(`WeChat did not say who this is: ${String(answer.errcode)}`);
    // A retry that ran beside the first call finds the code spent by it.
    return (await again()) ?? refuse('wechat-code-refused');
  }
  const personId = await personOfAccount(answer.openid, now);
  const made = await makeSession({ personId, secret, by: 'phone' }, now, [newSignIn(op, personId, opHash, now)]);
  return made ?? (await again()) ?? refuse('wechat-code-refused');
};
