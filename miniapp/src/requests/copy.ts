import type { RequestView, TimelineStep } from '@gongyi/shared/requests/contract';
import type { EventKind, Status, Urgency } from '@gongyi/shared/requests/request';
import type { Move } from '@gongyi/shared/requests/request-rules';
import type { Tone } from '../ui/chip';
import { clockWords } from '../ui/time-words';

/** What a status is called on screen, and how it looks. */
export const STATUS: Record<Status, { readonly words: string; readonly tone: Tone }> = {
  submitted: { words: '待接单', tone: 'brand' },
  'passed-on': { words: '已转办，待接单', tone: 'brand' },
  accepted: { words: '已接单', tone: 'brand' },
  'in-progress': { words: '处理中', tone: 'brand' },
  paused: { words: '暂缓办理', tone: 'warning' },
  resolved: { words: '已完工，待您确认', tone: 'warning' },
  confirmed: { words: '已修好', tone: 'success' },
  'half-fixed': { words: '修好一部分', tone: 'warning' },
  reopened: { words: '没修好，重新办理', tone: 'warning' },
  declined: { words: '不予受理', tone: 'plain' },
  withdrawn: { words: '已撤回', tone: 'plain' },
  duplicate: { words: '与另一件重复', tone: 'plain' },
};

export const URGENCY: Record<Urgency, string> = {
  emergency: '紧急',
  utilities: '水电气暖',
  general: '一般',
  complex: '复杂',
};

/** The verb on the button. */
export const MOVE: Record<Move, string> = {
  accept: '接单',
  assign: '派单',
  take: '我来接',
  start: '到场',
  'plan-visit': '约上门时间',
  pause: '暂缓',
  resume: '恢复办理',
  quote: '报价',
  'answer-quote': '答复报价',
  resolve: '完工',
  confirm: '修好了',
  'half-fix': '修好一部分',
  reopen: '没修好，重新办理',
  decline: '不予受理',
  'pass-on': '转办',
  'mark-duplicate': '标为重复',
  withdraw: '撤回',
  reply: '留言',
  nudge: '催办',
  join: '我也遇到',
  'call-back': '回访',
  escalate: '上报一级',
};

export const EVENT: Record<EventKind, string> = {
  filed: '提交报修',
  accepted: '已接单',
  assigned: '已派单',
  taken: '师傅接单',
  started: '师傅到场，开始处理',
  'visit-planned': '约好上门时间',
  paused: '暂缓办理',
  resumed: '恢复办理',
  quoted: '报价',
  'quote-answered': '答复报价',
  resolved: '完工',
  confirmed: '居民确认修好',
  'half-fixed': '居民说修好一部分',
  reopened: '居民说没修好',
  declined: '不予受理',
  'passed-on': '转办',
  withdrawn: '撤回',
  'marked-duplicate': '标为重复',
  replied: '留言',
  nudged: '催办',
  joined: '邻居说我也遇到',
  'called-back': '电话回访',
  overdue: '超过时限',
  escalated: '上报一级',
};

export const eventTone = (kind: EventKind): 'plain' | 'success' | 'warning' | 'danger' => {
  switch (kind) {
    case 'resolved':
    case 'confirmed':
      return 'success';
    case 'paused':
    case 'half-fixed':
    case 'reopened':
    case 'nudged':
      return 'warning';
    case 'overdue':
    case 'escalated':
      return 'danger';
    default:
      return 'plain';
  }
};

const yuan = (fen: number): string => `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')} 元`;
export const priceWords = yuan;

/** 明天 09:00 至 11:00 */
export const visitWords = (visit: { readonly from: number; readonly until: number }, now: number): string =>
  `${clockWords(visit.from, now)} 至 ${clockWords(visit.until, visit.from).replace('今天 ', '')}`;

/** What a step adds in its own words, beside what somebody wrote. */
export const stepFacts = (step: TimelineStep, now: number): string[] => {
  const { facts } = step;
  const lines: string[] = [];
  if (typeof facts['toName'] === 'string') lines.push(`转给 ${facts['toName']}`);
  if (typeof facts['assigneeName'] === 'string') lines.push(`交给 ${facts['assigneeName']}`);
  if (typeof facts['until'] === 'number' && step.kind === 'paused') lines.push(`到 ${clockWords(facts['until'], now)}`);
  if (typeof facts['visitFrom'] === 'number' && typeof facts['visitUntil'] === 'number')
    lines.push(visitWords({ from: facts['visitFrom'], until: facts['visitUntil'] }, now));
  if (typeof facts['fen'] === 'number') lines.push(yuan(facts['fen']));
  if (typeof facts['accepted'] === 'boolean') lines.push(facts['accepted'] ? '同意' : '不同意');
  if (typeof facts['organisationName'] === 'string') lines.push(`由 ${facts['organisationName']} 督办`);
  if (typeof facts['reached'] === 'boolean' && !facts['reached']) lines.push('没有打通');
  if (typeof facts['dueAt'] === 'number') lines.push(`新的时限：${clockWords(facts['dueAt'], now)}`);
  return lines;
};

/** Who has it and what happens next, in one sentence each. */
export const standing = (view: RequestView, now: number): { who: string; then: string | undefined } => {
  const who = view.assigneeName === undefined ? view.holderName : `${view.holderName} ${view.assigneeName}`;
  const then =
    view.next === undefined
      ? undefined
      : `${now < view.dueAt ? `${clockWords(view.dueAt, now)} 前没办好` : '再没办好'}，自动上报 ${view.next.organisationName}`;
  return { who, then };
};

export const openStatus = (status: Status): boolean =>
  !['resolved', 'confirmed', 'declined', 'withdrawn', 'duplicate'].includes(status);

export const COPY = {
  file: {
    title: '报事报修',
    photoFirst: '先拍张照片',
    photoHint: '拍清楚坏的地方，最多 9 张；没有照片也可以提交',
    words: '哪里坏了、什么情况',
    wordsPlaceholder: '例如：3 单元门口的灯三天不亮了',
    category: '这是哪一类？',
    categoryGuessed: '按您写的猜的，不对点一下换',
    place: '在哪儿？',
    placeHome: '我家',
    placeCommon: '公共部位',
    spotWords: '具体位置',
    spotPlaceholder: '例如：一楼电梯口',
    visibility: '谁能看到？',
    visibilityHint: '家里的事默认只有您家和办理人员看得到；公共部位的事邻居也看得到',
    private: '只有我家和办理人员',
    public: '邻居也能看到',
    anonymous: '邻居看到时不显示我的姓',
    contact: '怎么联系您？',
    contactMessage: '微信里留言',
    contactPhone: '打我电话',
    contactNone: '不用联系',
    called12345: '我已打过 12345',
    submit: '提交报修',
    sending: '正在提交',
    next: '下一步',
    back: '上一步',
    similar: '附近有人报过同样的事',
    similarHint: '点"我也遇到"就算一起报了，进展也会通知您',
    notTheSame: '不是同一件，继续提交',
    unknown: '网络断了，不确定有没有提交成功。正在核对，不会重复提交',
    waiting: '没有网络，已存为待发送，联网后自动提交',
    emergency: '这种情况先打电话',
    emergencyThen: '打过电话了，再补填一单',
  },
  list: {
    mine: '我的',
    neighbourhood: '小区的',
    emptyMine: '您还没有报过事。灯坏了、漏水了，点下面的按钮，一分钟就能报上。',
    signInMine: '登录后能看到您报的事，以及办到哪一步了。',
    signInNear: '登录并认领住房后，能看到邻居公开的报事。',
    noCompound: '先在首页选一下小区。',
    emptyNear: '小区里最近没有公开的报事。',
    file: '报事报修',
  },
} as const;
