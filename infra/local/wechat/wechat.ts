import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { stableToken } from './access-token';
import type { WechatApp } from './app';
import { oneTimeCodes } from './codes';
import { checkText } from './content-check';
import { mediaChecker } from './media-check';
import type { CheckMark, WechatMemory } from './memory';
import { WechatRefusal } from './refusals';
import { subscribeMessages } from './subscribe';

export interface WechatParts {
  readonly memory: WechatMemory;
  readonly app: WechatApp;
  /** Where pushes go: the callback's full address. */
  readonly callback: string;
  readonly now: () => number;
}

const TokenInput = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z._default(z.boolean(), false),
});
const RingInput = z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string() }) });
const PhoneInput = z.object({ code: z.string() });

/** WeChat's server as this mini-program meets it: answers by path, and what phones do to it. */
export const wechat = ({ memory, app, callback, now }: WechatParts) => {
  const loginCodes = oneTimeCodes<string>(now);
  const phoneCodes = oneTimeCodes<string>(now);
  const token = stableToken(memory, now);
  const media = mediaChecker(memory, app, callback, now);
  const messages = subscribeMessages(memory, app, now);

  const touch = (openid: string): void => {
    memory.state.activeAt[openid] = now();
    memory.changed();
  };
  const checkApp = (appid: string | null, secret: string | null): void => {
    if (appid !== app.appId) throw new WechatRefusal(40013);
    if (secret !== app.appSecret) throw new WechatRefusal(40125);
  };
  const session = (query: URLSearchParams): object => {
    checkApp(query.get('appid'), query.get('secret'));
    if (query.get('grant_type') !== 'authorization_code') throw new WechatRefusal(40002);
    const openid = loginCodes.redeem(query.get('js_code') ?? '');
    return { openid, session_key: randomBytes(16).toString('base64') };
  };
  const giveToken = (input: unknown): object => {
    const parsed = z.safeParse(TokenInput, input);
    if (!parsed.success) throw new WechatRefusal(47001);
    if (parsed.data.grant_type !== 'client_credential') throw new WechatRefusal(40002);
    checkApp(parsed.data.appid, parsed.data.secret);
    return token.give(parsed.data.force_refresh);
  };
  const phone = (input: unknown): object => {
    const parsed = z.safeParse(PhoneInput, input);
    if (!parsed.success) throw new WechatRefusal(47001);
    const number = phoneCodes.redeem(parsed.data.code);
    const watermark = { timestamp: Math.floor(now() / 1000), appid: app.appId };
    return { phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark } };
  };
  /** A group robot of WeCom: its key is all it asks for. */
  const ring = (key: string, input: unknown): object => {
    const parsed = z.safeParse(RingInput, input);
    if (!parsed.success) return { errcode: 40008, errmsg: 'invalid message type' };
    memory.state.rings.push({ key, words: parsed.data.text.content, at: now() });
    memory.changed();
    return { errcode: 0, errmsg: 'ok' };
  };
  const posts: Readonly<Record<string, (input: unknown) => object>> = {
    '/wxa/business/getuserphonenumber': phone,
    '/wxa/msg_sec_check': (input) => checkText(memory, input, now()),
    '/wxa/media_check_async': media.accept,
    '/cgi-bin/message/subscribe/send': messages.send,
  };

  return {
    app,
    messages,
    media,
    outbox: () => memory.state.outbox,
    rings: () => memory.state.rings,
    /** What decides checks; later marks stand behind earlier ones. */
    marks: () => memory.state.marks,
    addMark: (mark: CheckMark): void => {
      memory.state.marks.unshift(mark);
      memory.changed();
    },
    /** `wx.login` on a phone of that account. Opening the mini-program makes the account active. */
    login: (openid: string): string => {
      touch(openid);
      return loginCodes.issue(openid);
    },
    /** The phone button, allowed by the account's owner. */
    givePhone: (openid: string, number: string): string => {
      touch(openid);
      return phoneCodes.issue(number);
    },
    touch,
    /** The reply to a request of a mini-program's server; undefined for an address WeChat does not have. */
    answer: (method: string, path: string, query: URLSearchParams, input: unknown): object | undefined => {
      if (method === 'GET' && path === '/sns/jscode2session') return session(query);
      if (method !== 'POST') return undefined;
      if (path === '/cgi-bin/webhook/send') return ring(query.get('key') ?? '', input);
      if (path === '/cgi-bin/stable_token') return giveToken(input);
      const post = Object.hasOwn(posts, path) ? posts[path] : undefined;
      if (post === undefined) return undefined;
      token.check(query.get('access_token'));
      return { errcode: 0, errmsg: 'ok', ...post(input) };
    },
  };
};
export type Wechat = ReturnType<typeof wechat>;
