import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { WechatApp } from './app';
import type { WechatMemory } from './memory';
import { WechatRefusal } from './refusals';

const Input = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z._default(z.string(), ''),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
});

/** Longest value of a template's field by the kind its name begins with, in characters. */
const LONGEST: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 20,
  number: 32,
  amount: 16,
  time: 40,
  date: 40,
  phone_number: 17,
  car_number: 8,
  letter: 32,
  symbol: 5,
};

const grantKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

const judgeField = ([name, { value }]: readonly [string, { readonly value: string }]): void => {
  const kind = /^([a-z_]+?)\d+$/.exec(name)?.[1] ?? '';
  const longest = LONGEST[kind];
  const fits = longest !== undefined && value !== '' && [...value].length <= longest;
  if (!fits) throw new WechatRefusal(47003, `data.${name}.value is empty or too long`);
};

/** Subscribe messages: one grant, one message. */
export const subscribeMessages = (memory: WechatMemory, app: WechatApp, now: () => number) => {
  const { state } = memory;
  return {
    /** The person allows `count` more messages of a template, as by tapping "always" that many times. */
    grant: (openid: string, templateId: string, count: number): number => {
      const key = grantKey(openid, templateId);
      const left = Math.max(0, (state.grants[key] ?? 0) + count);
      state.grants[key] = left;
      memory.changed();
      return left;
    },
    remaining: (openid: string): Readonly<Record<string, number>> =>
      Object.fromEntries(
        Object.entries(app.templates).map(([name, id]) => [name, state.grants[grantKey(openid, id)] ?? 0]),
      ),
    /** Refuses 40003, 40037, 47003, 43101 as WeChat does. */
    send: (input: unknown): object => {
      const parsed = z.safeParse(Input, input);
      if (!parsed.success) throw new WechatRefusal(47001);
      const { touser, template_id: templateId, page, data } = parsed.data;
      if (state.activeAt[touser] === undefined) throw new WechatRefusal(40003);
      if (!Object.values(app.templates).includes(templateId)) throw new WechatRefusal(40037);
      Object.entries(data).forEach(judgeField);
      const key = grantKey(touser, templateId);
      const left = state.grants[key] ?? 0;
      if (left < 1) throw new WechatRefusal(43101);
      state.grants[key] = left - 1;
      const msgId = randomUUID();
      const values = Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value]));
      state.outbox.push({ msgId, openid: touser, templateId, page, data: values, at: now() });
      memory.changed();
      return { msgid: msgId };
    },
  };
};
export type SubscribeMessages = ReturnType<typeof subscribeMessages>;
