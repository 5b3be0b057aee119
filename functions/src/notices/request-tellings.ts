import { CATEGORIES, isCategoryKey } from '@gongyi/shared/requests/category';
import type { EventKind, Request, RequestEvent } from '@gongyi/shared/requests/request';
import type { NoticeKind, Template } from '@gongyi/shared/notices/contract';
import { shortTime } from './notice-words';

/**
 * Who hears what about a service request. Words carry the category, the number, organisations and times:
 * nobody's name, home or own words, for a notice may outlive the right to see them.
 *
 * - `neighbours`: the filer and everybody who joined; `filer`: the filer alone
 * - `desk`: managers and dispatchers of the holder; `next-desk`: of the one it was passed or raised to
 * - `hands`: the technician it is assigned to
 */
export type Audience = 'neighbours' | 'filer' | 'desk' | 'next-desk' | 'hands';

export interface RequestTelling {
  readonly to: Audience;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly words: (request: Request, event: RequestEvent) => string;
  /** Told only of steps for which this holds. */
  readonly when?: (request: Request, event: RequestEvent) => boolean;
  /** Template of the message to the phone, and the state it names in at most 5 characters. */
  readonly push?: { readonly template: Template; readonly phrase: string };
}

export const categoryName = ({ category }: Request): string =>
  isCategoryKey(category) ? CATEGORIES[category].name : '诉求';

const named = (request: Request): string => `「${categoryName(request)}」${request.number}`;
const due = (request: Request): string => `请在 ${shortTime(request.dueAt)} 前办结`;
const progress = (phrase: string) => ({ template: 'request-progress', phrase }) as const;
const order = (phrase: string) => ({ template: 'new-order', phrase }) as const;

/** An overdue step is about the resolution, not only about a late first answer. */
const ofResolution = (_request: Request, { facts }: RequestEvent): boolean => facts['deadline'] !== 'first-answer';

/** What is said when a request is filed; every later step is an event. */
export const FILED: readonly RequestTelling[] = [
  { to: 'desk', kind: 'request-new', title: '新工单', words: (r) => `${named(r)},${due(r)}。`, push: order('待接单') },
];

const ANSWERED = (title: string, phrase: string): readonly RequestTelling[] =>
  (['desk', 'hands'] as const).map((to) => ({
    to,
    kind: 'request-answered',
    title,
    words: (r) => `${named(r)}：${title}。`,
    push: order(phrase),
  }));

export const TELLINGS: Readonly<Record<EventKind, readonly RequestTelling[]>> = {
  filed: [],
  accepted: [
    {
      to: 'neighbours',
      kind: 'request-accepted',
      title: '已接单',
      words: (r) => `${r.holderName}已接单，${named(r)}应在 ${shortTime(r.dueAt)} 前办结。`,
      push: progress('已接单'),
    },
  ],
  assigned: [
    {
      to: 'hands',
      kind: 'request-assigned',
      title: '派给您的工单',
      words: (r) => `${named(r)},${due(r)}。`,
      push: order('已派单'),
    },
  ],
  taken: [],
  started: [],
  'visit-planned': [
    {
      to: 'filer',
      kind: 'request-visit',
      title: '约好上门时间',
      words: (r) => (r.visit === undefined ? named(r) : `${named(r)}：${shortTime(r.visit.from)} 起上门，请留人在家。`),
      push: { template: 'visit-reminder', phrase: '待上门' },
    },
  ],
  paused: [
    {
      to: 'neighbours',
      kind: 'request-paused',
      title: '暂缓办理',
      words: (r) =>
        r.pausedUntil === undefined
          ? `${named(r)}暂缓办理。`
          : `${named(r)}暂缓办理，到 ${shortTime(r.pausedUntil)} 为止。`,
      push: progress('暂缓办理'),
    },
  ],
  resumed: [],
  quoted: [
    {
      to: 'filer',
      kind: 'request-quote',
      title: '有报价等您确认',
      words: (r) => `${named(r)}有报价，您同意后才开工。`,
      push: progress('待确认'),
    },
  ],
  'quote-answered': ANSWERED('报价已答复', '已答复'),
  resolved: [
    {
      to: 'neighbours',
      kind: 'request-resolved',
      title: '已办结，请您确认',
      words: (r) => `${r.holderName}已办结${named(r)}，请看看是否修好。`,
      push: progress('待确认'),
    },
  ],
  confirmed: ANSWERED('居民确认已修好', '已确认'),
  'half-fixed': ANSWERED('居民反映修好一部分', '修好一部分'),
  reopened: ANSWERED('没修好，重新办理', '重新办理'),
  declined: [
    {
      to: 'neighbours',
      kind: 'request-declined',
      title: '不予受理',
      words: (r) => `${r.holderName}对${named(r)}不予受理，点开看理由。`,
      push: progress('不予受理'),
    },
  ],
  'passed-on': [
    {
      to: 'neighbours',
      kind: 'request-passed-on',
      title: '已转办',
      words: (r) => `${named(r)}已转给${r.holderName}办理。`,
      push: progress('已转办'),
    },
    {
      to: 'next-desk',
      kind: 'request-new',
      title: '转来的工单',
      words: (r) => `${named(r)},${due(r)}。`,
      push: order('待接单'),
    },
  ],
  withdrawn: [{ to: 'hands', kind: 'request-answered', title: '已撤回', words: (r) => `${named(r)}已由居民撤回。` }],
  'marked-duplicate': [
    {
      to: 'neighbours',
      kind: 'request-reply',
      title: '已并入同一件事',
      words: (r) => `${named(r)}与另一件诉求是同一件事，已合并办理。`,
      push: progress('已合并'),
    },
  ],
  replied: [
    {
      to: 'neighbours',
      kind: 'request-reply',
      title: '有新回复',
      words: (r) => `${named(r)}有新回复。`,
      push: progress('有回复'),
    },
    { to: 'hands', kind: 'request-reply', title: '有新回复', words: (r) => `${named(r)}有新回复。` },
    {
      to: 'desk',
      kind: 'request-reply',
      title: '居民有新回复',
      words: (r) => `${named(r)}有新回复。`,
      when: (r, { byId }) => byId !== undefined && byId === r.filerId,
    },
  ],
  nudged: [
    {
      to: 'desk',
      kind: 'request-nudged',
      title: '居民催办',
      words: (r) => `${named(r)}被催办，${due(r)}。`,
      push: order('催办'),
    },
    { to: 'hands', kind: 'request-nudged', title: '居民催办', words: (r) => `${named(r)}被催办，${due(r)}。` },
  ],
  joined: [],
  'called-back': [],
  overdue: [
    {
      to: 'neighbours',
      kind: 'request-overdue',
      title: '已超时',
      words: (r) => `${named(r)}超过了办理时限，已提醒${r.holderName}。`,
      when: ofResolution,
      push: progress('已超时'),
    },
    {
      to: 'desk',
      kind: 'request-overdue',
      title: '工单超时',
      words: (r, e) => `${named(r)}已超过${ofResolution(r, e) ? '办理' : '首次答复'}时限。`,
      push: order('已超时'),
    },
    {
      to: 'hands',
      kind: 'request-overdue',
      title: '工单超时',
      words: (r) => `${named(r)}已超过办理时限。`,
      when: ofResolution,
    },
  ],
  escalated: [
    {
      to: 'next-desk',
      kind: 'request-overdue',
      title: '升级到您这一级',
      words: (r) => `${named(r)}未按时办结，请督办。`,
      push: order('已升级'),
    },
    {
      to: 'neighbours',
      kind: 'request-overdue',
      title: '已升级督办',
      words: (r) => `${named(r)}已报${r.escalation?.organisationName ?? '上一级'}督办。`,
      push: progress('已升级'),
    },
  ],
};
