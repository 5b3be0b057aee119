import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Suggestion, WechatMemory } from './memory';
import { WechatRefusal } from './refusals';

/** An openid counts as active this long after it last used the mini-program. */
export const ACTIVE_MS = 2 * 3_600_000;
const LONGEST = 2500;
/** WeChat's labels: 100 is normal, 20001 political, 21000 other. */
const LABEL = { pass: 100, review: 21000, risky: 20001 } as const;

const TextInput = z.object({
  content: z.string(),
  version: z.literal(2),
  scene: z.int(),
  openid: z.string(),
});

/** What the configured marks say of a text or of bytes; the first mark found decides. */
export const judge = (memory: WechatMemory, bytes: Buffer): Suggestion => {
  const suggest = memory.state.marks.find(({ contains }) => bytes.includes(contains))?.suggest ?? 'pass';
  return suggest === 'silence' ? 'pass' : suggest;
};

/** Whether no verdict ever comes of the picture at this address. */
export const isSilent = (memory: WechatMemory, address: string): boolean =>
  memory.state.marks.some(({ contains, suggest }) => suggest === 'silence' && address.includes(contains));

export const verdict = (suggest: Suggestion) => ({
  result: { suggest, label: LABEL[suggest] },
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label: LABEL[suggest], prob: 90 }],
});

/** Refuses 40129 for a scene not in 1 to 4, 61010 for an openid not seen within two hours. */
export const checkAsker = (memory: WechatMemory, openid: string, scene: number, now: number): void => {
  if (![1, 2, 3, 4].includes(scene)) throw new WechatRefusal(40129);
  const seen = memory.state.activeAt[openid];
  if (seen === undefined) throw new WechatRefusal(40003);
  if (now - seen > ACTIVE_MS) throw new WechatRefusal(61010);
};

/** `msg_sec_check` version 2. */
export const checkText = (memory: WechatMemory, input: unknown, now: number): object => {
  const parsed = z.safeParse(TextInput, input);
  if (!parsed.success) throw new WechatRefusal(47001);
  const { content, openid, scene } = parsed.data;
  if (content === '') throw new WechatRefusal(44002);
  if ([...content].length > LONGEST) throw new WechatRefusal(45002);
  checkAsker(memory, openid, scene, now);
  return { ...verdict(judge(memory, Buffer.from(content))), trace_id: randomUUID() };
};
