import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod/mini';
import { log } from '../platform/log';
import { wechatSecret } from '../platform/secrets';
import type { WechatSecret } from '../platform/secrets';
import { openEncrypted, signedBy } from '../platform/wechat-signature';
import { takeVerdict } from './take-verdict';

/** WeChat's message push, set to JSON: a handshake by GET, events by POST, plain or in safe mode. */
const Encrypted = z.object({ Encrypt: z.string() });
const answer = (statusCode: number, body: string): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const bodyOf = (event: APIGatewayProxyEvent): string =>
  event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');

type Query = Readonly<Partial<Record<string, string>>>;

/** The event in the body, if its signature is WeChat's; undefined else. */
const signedEvent = (body: string, query: Query, secret: WechatSecret): unknown => {
  const { timestamp = '', nonce = '', signature = '', msg_signature: whole = '' } = query;
  const { callbackToken: token, callbackAesKey: key, appId } = secret;
  const message = json(body);
  const encrypted = z.safeParse(Encrypted, message);
  if (!encrypted.success) {
    // Once safe mode is set up, a plain message is not believed: its signature does not cover its words.
    return key === undefined && signedBy(signature, token, timestamp, nonce) ? message : undefined;
  }
  const { Encrypt: cipher } = encrypted.data;
  if (key === undefined || !signedBy(whole, token, timestamp, nonce, cipher)) return undefined;
  const opened = openEncrypted(cipher, key, appId);
  return opened === undefined ? undefined : json(opened);
};

export const wechatPush = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const query: Query = event.queryStringParameters ?? {};
  const secret = await wechatSecret();
  if (event.httpMethod === 'GET') {
    const { timestamp = '', nonce = '', signature = '', echostr = '' } = query;
    return signedBy(signature, secret.callbackToken, timestamp, nonce) ? answer(200, echostr) : answer(403, 'unsigned');
  }
  const message = signedEvent(bodyOf(event), query, secret);
  if (message === undefined) {
    log.warn('push refused: not signed by WeChat');
    return answer(403, 'unsigned');
  }
  await takeVerdict(message, Date.now());
  return answer(200, 'success');
};
