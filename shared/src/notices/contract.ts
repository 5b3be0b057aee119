import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf } from '../kernel/schema';

/** Kinds of notices; each has its WeChat subscribe template and its screen to open. */
export const NOTICE_KINDS = [
  'request-accepted',
  'request-visit',
  'request-paused',
  'request-resolved',
  'request-reply',
  'request-declined',
  'request-passed-on',
  'request-overdue',
  'request-quote',
  'request-assigned',
  'request-new',
  'request-answered',
  'request-nudged',
  'claim-decided',
  'grant-given',
  'content-held',
  'topic-new',
  'topic-step',
  'topic-task',
  'topic-overdue',
  'session-called',
  'session-cancelled',
  'session-failed',
  'session-minutes',
  'session-objection',
  'session-notice-ended',
  'session-overdue',
  'shift-signed-up',
  'shift-offer',
  'shift-reminder',
  'shift-changed',
  'shift-cancelled',
  'shift-message',
  'hours-written',
  'hours-corrected',
  'team-member',
  'wish-new',
  'wish-step',
  'wish-surfaced',
  'vote-announced',
  'vote-step',
  'vote-result',
  'vote-home',
  'vote-reminder',
  'vote-answered',
  'vote-need',
  'committee-called',
  'committee-late',
  'repair-step',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.output<typeof NoticeKind>;

export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  title: z.string(),
  words: z.string(),
  at: Instant,
  read: z.boolean(),
  /** What it is about: a request's id, a home … */
  subject: z.optional(
    z.object({
      kind: z.enum([
        'request',
        'home',
        'grant',
        'topic',
        'session',
        'public-notice',
        'team',
        'shift',
        'hours',
        'wish',
        'vote',
        'committee-vote',
        'repair',
      ]),
      id: Id,
    }),
  ),
});
export type Notice = z.output<typeof Notice>;

export const listNotices = defineRoute({
  id: 'notices.list',
  method: 'GET',
  path: '/notices',
  summary: 'My inbox, newest first, with the number unread',
  access: 'notice.read-own',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: z.extend(pageOf(Notice), { unread: z.int() }),
  refusals: ['cursor-invalid'],
});

export const readNotices = defineRoute({
  id: 'notices.read',
  method: 'POST',
  path: '/notices/read',
  summary: 'Mark everything up to an instant as read',
  access: 'notice.read-own',
  params: Nothing,
  query: Nothing,
  body: z.object({ until: Instant }),
  reply: z.object({ unread: z.int() }),
  refusals: [],
});

/** Subscribe-message templates: what a person grants one message at a time. */
export const TEMPLATES = [
  'request-progress',
  'visit-reminder',
  'new-order',
  'claim-result',
  'council-progress',
  'shift-reminder',
  'vote-progress',
] as const;
export const Template = z.enum(TEMPLATES);
export type Template = z.output<typeof Template>;

export const Subscription = z.object({ template: Template, templateId: z.string(), remaining: z.int() });

export const listSubscriptions = defineRoute({
  id: 'notices.list-subscriptions',
  method: 'GET',
  path: '/subscriptions',
  summary: 'How many more messages I have allowed, by template',
  access: 'notice.read-own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(Subscription) }),
  refusals: [],
});

export const addSubscriptions = defineRoute({
  id: 'notices.add-subscriptions',
  method: 'POST',
  path: '/subscriptions',
  summary: 'Record what wx.requestSubscribeMessage was answered: one grant, one message',
  access: 'notice.read-own',
  params: Nothing,
  query: Nothing,
  body: z.object({ accepted: z.array(Template).check(z.minLength(1), z.maxLength(3)) }),
  reply: z.object({ items: z.array(Subscription) }),
  refusals: [],
});
