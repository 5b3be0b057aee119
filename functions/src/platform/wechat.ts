import * as z from 'zod/mini';
import { callWechat, failed } from './wechat-call';
import type { Failed } from './wechat-call';
import { wechatSecret } from './secrets';
import { accessToken } from './wechat-token';

/**
 * The endpoints of WeChat that this system uses, each with a typed result. `refused`: WeChat says no to
 * what was asked; `unavailable`: it did not answer, was busy or over quota, and asking later may help.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/
 */
export type { Failed } from './wechat-call';

const TOKEN_INVALID: readonly number[] = [40001, 40014, 41001, 42001];

const post = async <S extends z.core.$ZodType>(path: string, body: object, reply: S) => {
  const token = await accessToken();
  if (token === undefined) return failed(-1);
  const first = await callWechat(path, { access_token: token }, reply, body);
  if (first.ok || !TOKEN_INVALID.includes(first.errcode)) return first;
  const fresh = await accessToken(token);
  return fresh === undefined ? failed(-1) : callWechat(path, { access_token: fresh }, reply, body);
};

const Session = z.object({ openid: z.string() });

/** Who `wx.login`'s code stands for. The answer's `session_key` is dropped where it arrives: nothing here needs it. */
export const codeToOpenid = async (code: string): Promise<{ readonly ok: true; readonly openid: string } | Failed> => {
  const { appId, appSecret } = await wechatSecret();
  const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
  const answer = await callWechat('/sns/jscode2session', query, Session);
  return answer.ok ? { ok: true, openid: answer.reply.openid } : answer;
};

const PhoneInfo = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }) });

/** The number behind the phone button's code, without its country code, which stands beside (`86`). */
export const phoneOfCode = async (
  code: string,
): Promise<{ readonly ok: true; readonly phone: string; readonly countryCode: string } | Failed> => {
  const answer = await post('/wxa/business/getuserphonenumber', { code }, PhoneInfo);
  if (!answer.ok) return answer;
  const { purePhoneNumber, countryCode } = answer.reply.phone_info;
  return { ok: true, phone: purePhoneNumber, countryCode };
};

/** What a check says: show it, do not, or let a person look. */
export type Verdict = 'clear' | 'held' | 'person';

/** WeChat's `suggest` as a verdict; a word it did not document is for a person. */
export const verdictOf = (suggest: string): Verdict =>
  suggest === 'pass' ? 'clear' : suggest === 'risky' ? 'held' : 'person';

const TextCheck = z.object({ result: z.object({ suggest: z.string() }) });
/** Scene 2 of 1 profile, 2 comment, 3 forum, 4 social log. */
const SCENE = 2;

/** Checks at most 2500 characters that the person of `openid`, active within two hours, wrote. */
export const msgSecCheck = async (
  text: string,
  openid: string,
): Promise<{ readonly ok: true; readonly verdict: Verdict } | Failed> => {
  const answer = await post('/wxa/msg_sec_check', { content: text, version: 2, scene: SCENE, openid }, TextCheck);
  // `errcode` 0 only says that the check ran; what it found stands in `result`.
  return answer.ok ? { ok: true, verdict: verdictOf(answer.reply.result.suggest) } : answer;
};

const MediaCheck = z.object({ trace_id: z.string() });

/** Asks for a picture at `url` to be checked; the verdict comes by callback under the trace id. */
export const mediaCheckAsync = async (
  url: string,
  openid: string,
): Promise<{ readonly ok: true; readonly traceId: string } | Failed> => {
  const body = { media_url: url, media_type: 2, version: 2, scene: SCENE, openid };
  const answer = await post('/wxa/media_check_async', body, MediaCheck);
  return answer.ok ? { ok: true, traceId: answer.reply.trace_id } : answer;
};

const NOT_GRANTED = 43101;

/** Sends one subscribe message. `no-grant`: the person allows none now. `data` as the template names its fields. */
export const sendSubscribe = async (
  openid: string,
  templateId: string,
  page: string,
  data: Readonly<Record<string, string>>,
): Promise<{ readonly ok: true } | Failed | { readonly ok: false; readonly cause: 'no-grant' }> => {
  const answer = await post(
    '/cgi-bin/message/subscribe/send',
    {
      touser: openid,
      template_id: templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }])),
    },
    z.object({}),
  );
  if (answer.ok) return { ok: true };
  return answer.errcode === NOT_GRANTED ? { ok: false, cause: 'no-grant' } : answer;
};
