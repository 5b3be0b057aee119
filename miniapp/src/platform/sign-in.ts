import Taro from '@tarojs/taro';
import { beginWechatSession } from '@gongyi/shared/people/contract';
import { call } from './api-client';
import type { Outcome } from './api-client';
import { keepSession } from './session-token';

/** In WeChat: the code of wx.login for a session of our own. Nothing is asked of the person. */
export const signInHere = async (): Promise<Outcome<unknown>> => {
  try {
    const { code } = await Taro.login();
    const outcome = await call(beginWechatSession, { body: { code } });
    if (outcome.ok) keepSession(outcome.value);
    return outcome;
  } catch {
    return { ok: false, unknown: true };
  }
};
