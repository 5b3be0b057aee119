import { log } from '../platform/log';
import { env } from '../platform/env';
import { claimRing } from './robot-store';
import { robotOf } from './recipient-store';

const HOST = 'qyapi.weixin.qq.com';
const PATH = '/cgi-bin/webhook/send';
const TIMEOUT_MS = 4000;

/**
 * The address to post to, if it is a group robot's of WeCom: staff type it in, so nothing else is ever
 * called. WeChat's own base address may stand for WeCom's, which share an operator.
 */
export const robotAddress = (text: string, wechatBase: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.pathname !== PATH || url.username !== '' || url.password !== '') return undefined;
  const wecom = url.protocol === 'https:' && url.host === HOST;
  return wecom || url.origin === new URL(wechatBase).origin ? url : undefined;
};

const post = async (url: URL, words: string): Promise<boolean> => {
  try {
    const { ok } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content: words } }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return ok;
  } catch {
    return false;
  }
};

/**
 * Rings an organisation's group robot, once for its cause; without one nothing happens. `words` go to a
 * group that may hold anybody: no names, numbers or homes.
 */
export const ringRobot = async (organisationId: string, causeId: string, words: string, now: number): Promise<void> => {
  const configured = await robotOf(organisationId);
  const url = configured === undefined ? undefined : robotAddress(configured, env().WECHAT_API_BASE);
  if (url === undefined || !(await claimRing(organisationId, causeId, now))) return;
  // A ring that fails is not repeated: the order stands in the queue and in every inbox.
  if (!(await post(url, words))) log.warn('robot did not answer', { organisationId });
};
