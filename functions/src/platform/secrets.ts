import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { env } from './env';

/**
 * What WeChat gave this mini-program: kept in Secrets Manager, read once and again every ten minutes, so
 * that a rotated secret is taken up without a deployment.
 */
const WechatSecret = z.object({
  appId: z.string(),
  appSecret: z.string(),
  /** Message push (mp.weixin.qq.com): the token that signs callbacks, and the 43-character key of safe mode. */
  callbackToken: z.string(),
  callbackAesKey: z.optional(z.string()),
  /** WeChat's ids of the subscribe-message templates, by our own names; a template without one is not sent. */
  templates: z._default(z.record(z.string(), z.string()), {}),
});
export type WechatSecret = z.output<typeof WechatSecret>;

const KEEP_MS = 10 * 60_000;

let client: SecretsManagerClient | undefined;
let known: { readonly value: Promise<WechatSecret>; readonly until: number } | undefined;

const read = async (): Promise<WechatSecret> => {
  // Loaded here: most calls never speak to WeChat, and a cold start should not wait for it.
  const secretsManager = await import('@aws-sdk/client-secrets-manager');
  client ??= new secretsManager.SecretsManagerClient({});
  const { SecretString } = await client.send(
    new secretsManager.GetSecretValueCommand({ SecretId: env().WECHAT_SECRET_ID }),
  );
  // The parser's own message would quote what it read; this one must not.
  const parsed = z.safeParse(WechatSecret, JSON.parse(SecretString ?? '{}'));
  if (!parsed.success) throw new Error('the WeChat secret lacks a field');
  return parsed.data;
};

export const wechatSecret = (): Promise<WechatSecret> => {
  if (known && Date.now() < known.until) return known.value;
  const value = read();
  known = { value, until: Date.now() + KEEP_MS };
  value.catch(() => {
    known = undefined;
  });
  return value;
};
