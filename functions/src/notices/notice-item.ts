import * as z from 'zod/mini';
import { Notice, Template } from '@gongyi/shared/notices/contract';

/** What goes to the phone beside the inbox, if the person allows a message of that template. No personal data. */
export const Push = z.object({
  template: Template,
  /** Fields as the template names them at mp.weixin.qq.com; see `push-templates.ts`. */
  data: z.record(z.string(), z.string()),
  /** Page of the mini-program that the message opens. */
  page: z.string(),
});
export type Push = z.output<typeof Push>;

/** A notice as stored; whether it is read follows from how far its person has read. */
export const StoredNotice = z.extend(z.omit(Notice, { read: true }), {
  causeId: z.string(),
  push: z.optional(Push),
  /** Seconds; an expired notice may linger in the table. */
  expiresAt: z.int(),
});
export type StoredNotice = z.output<typeof StoredNotice>;
