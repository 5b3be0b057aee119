import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';

export const SUGGESTIONS = ['pass', 'review', 'risky'] as const;
export const Suggestion = z.enum(SUGGESTIONS);
export type Suggestion = z.output<typeof Suggestion>;

export const CheckMark = z.object({
  contains: z.string().check(z.minLength(1)),
  /** `silence`: of a picture, a verdict that never comes. */
  suggest: z.enum([...SUGGESTIONS, 'silence']),
});
export type CheckMark = z.output<typeof CheckMark>;

const Message = z.object({
  msgId: z.string(),
  openid: z.string(),
  templateId: z.string(),
  page: z.string(),
  data: z.record(z.string(), z.string()),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Message = z.output<typeof Message>;

const PendingCheck = z.object({ traceId: z.string(), url: z.string(), openid: z.string() });
export type PendingCheck = z.output<typeof PendingCheck>;

const Memory = z.object({
  /** When an openid last used the mini-program, in milliseconds. */
  activeAt: z._default(z.record(z.string(), z.number()), {}),
  /** Messages a person still allows, by `openid template`. */
  grants: z._default(z.record(z.string(), z.int()), {}),
  outbox: z._default(z.array(Message), []),
  /** What group robots of WeCom were told to say. */
  rings: z._default(z.array(z.object({ key: z.string(), words: z.string(), at: z.number() })), []),
  /** Media checks whose verdict has not been delivered. */
  pending: z._default(z.array(PendingCheck), []),
  /** Words that decide a check wherever they occur: in a text, a picture's address or its bytes. */
  marks: z._default(z.array(CheckMark), [
    { contains: '违规', suggest: 'risky' },
    { contains: '待审', suggest: 'review' },
  ]),
  token: z.optional(z.object({ value: z.string(), expiresAt: z.number() })),
});
export type Memory = z.output<typeof Memory>;

export interface WechatMemory {
  readonly state: Memory;
  /** Says that `state` changed; it is written soon, and all changes before a write go together. */
  readonly changed: () => void;
  /** Resolves once everything is on disk. */
  readonly saved: () => Promise<void>;
}

/** What the stand-in remembers, kept in `path` over restarts. */
export const openMemory = async (path: string): Promise<WechatMemory> => {
  const kept = await readJson(path);
  const state = Memory.parse(kept ?? {});
  let writing: Promise<void> | undefined;
  let dirty = false;
  const write = async (): Promise<void> => {
    while (dirty) {
      dirty = false;
      await writeWhole(path, JSON.stringify(state));
    }
    writing = undefined;
  };
  return {
    state,
    changed: () => {
      dirty = true;
      writing ??= write();
    },
    saved: () => writing ?? Promise.resolve(),
  };
};
