import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { WechatApp } from './app';
import { checkAsker, isSilent, judge, verdict } from './content-check';
import type { PendingCheck, WechatMemory } from './memory';
import { WechatRefusal } from './refusals';
import { safePush } from './safe-mode';

const Input = z.object({
  media_url: z.url(),
  media_type: z.literal(2),
  version: z.literal(2),
  scene: z.int(),
  openid: z.string(),
});

const TO = 'gh_gongyi';
const DOWNLOAD_FAILED = -1008;
/** How long a check takes, and the waits before a push is tried again; in milliseconds. */
const CHECK_MS = 300;
const AGAIN_MS = [0, 1000, 5000, 15_000];
const PATIENCE_MS = 10_000;

export interface MediaChecker {
  readonly accept: (input: unknown) => object;
  /** Goes on with the checks that a stop interrupted. */
  readonly resume: () => void;
  /** Resolves once no check is under way. */
  readonly idle: () => Promise<void>;
}

/**
 * `media_check_async`: answers at once with a trace id, fetches the picture as WeChat does, and pushes the
 * verdict to the callback, again if that does not answer 200. `callback` is the address at mp.weixin.qq.com.
 */
export const mediaChecker = (
  memory: WechatMemory,
  app: WechatApp,
  callback: string,
  now: () => number,
): MediaChecker => {
  const running = new Set<Promise<void>>();

  const findings = async (check: PendingCheck): Promise<object> => {
    const answer = await fetch(check.url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    if (answer?.ok !== true) return { errcode: DOWNLOAD_FAILED, errmsg: 'media download failed' };
    const bytes = Buffer.from(await answer.arrayBuffer());
    const address = Buffer.from(decodeURIComponent(new URL(check.url).pathname));
    return { errcode: 0, errmsg: 'ok', ...verdict(judge(memory, Buffer.concat([address, bytes]))) };
  };

  const deliver = async (check: PendingCheck, message: object): Promise<boolean> => {
    const { query, body } = safePush(message, check.openid, app, TO, now());
    const address = `${callback}?${new URLSearchParams(query).toString()}`;
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { method: 'POST', headers, body, signal }).catch(() => undefined);
    return answer?.ok === true;
  };

  const run = async (check: PendingCheck): Promise<void> => {
    await sleep(CHECK_MS);
    const message = {
      ToUserName: TO,
      FromUserName: check.openid,
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: app.appId,
      trace_id: check.traceId,
      version: 2,
      ...(await findings(check)),
    };
    for (const wait of isSilent(memory, check.url) ? [] : AGAIN_MS) {
      await sleep(wait);
      if (await deliver(check, message)) break;
    }
    // After the last try WeChat gives up, and so do we: the product must cope with a verdict that never comes.
    memory.state.pending = memory.state.pending.filter(({ traceId }) => traceId !== check.traceId);
    memory.changed();
  };

  const start = (check: PendingCheck): void => {
    const work = run(check).finally(() => running.delete(work));
    running.add(work);
  };

  return {
    accept: (input) => {
      const parsed = z.safeParse(Input, input);
      if (!parsed.success) throw new WechatRefusal(47001);
      checkAsker(memory, parsed.data.openid, parsed.data.scene, now());
      const traceId = `${randomUUID()}-${randomBytes(4).toString('hex')}`;
      const check = { traceId, url: parsed.data.media_url, openid: parsed.data.openid };
      memory.state.pending.push(check);
      memory.changed();
      start(check);
      return { trace_id: traceId };
    },
    resume: () => {
      for (const check of memory.state.pending) start(check);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};
