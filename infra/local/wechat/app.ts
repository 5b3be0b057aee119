import { randomBytes } from 'node:crypto';
import { TEMPLATES } from '@gongyi/shared/notices/contract';
import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';

/** The mini-program as WeChat knows it: what stands in its secret and at mp.weixin.qq.com. */
const WechatApp = z.object({
  appId: z.string(),
  appSecret: z.string(),
  callbackToken: z.string(),
  /** 43 characters. */
  callbackAesKey: z.string(),
  /** Template ids by our names for them. */
  templates: z.record(z.string(), z.string()),
});
export type WechatApp = z.output<typeof WechatApp>;

const letters = (count: number): string => randomBytes(count).toString('hex').slice(0, count);

const register = (): WechatApp => ({
  appId: `wx${letters(16)}`,
  appSecret: letters(32),
  callbackToken: letters(24),
  callbackAesKey: randomBytes(32).toString('base64').slice(0, 43),
  templates: Object.fromEntries(TEMPLATES.map((name) => [name, randomBytes(32).toString('base64url')])),
});

/** Registers the mini-program once and keeps what WeChat gave it in `path`; new templates are added. */
export const openApp = async (path: string): Promise<WechatApp> => {
  const saved = await readJson(path);
  const fresh = register();
  const known = saved === undefined ? fresh : WechatApp.parse(saved);
  const app = { ...known, templates: { ...fresh.templates, ...known.templates } };
  await writeWhole(path, JSON.stringify(app, null, 1));
  return app;
};
