import type { NeedRow } from '@gongyi/shared/council/contract-lists';
import type { NeedKind } from '@gongyi/shared/council/kinds';
import { countdown, lengthWords } from '../ui/time-words';

interface Way {
  /** What waits. */
  readonly words: string;
  /** The verb that answers it. */
  readonly verb: string;
  readonly page: 'topic' | 'session' | 'chair' | 'call';
}

/** What waits for somebody in the council, the verb for it and where it is done. Apart from the other copy: 首页 shows it. */
const WAYS: Record<NeedKind, Way> = {
  screen: { words: '新议题等初审', verb: '去初审', page: 'topic' },
  'call-session': { words: '议题等着上会', verb: '召集会议', page: 'call' },
  'answer-invitation': { words: '请您参会', verb: '答复', page: 'session' },
  'hold-session': { words: '会议等您主持', verb: '去主持', page: 'chair' },
  'write-minutes': { words: '纪要要送各方确认', verb: '写纪要', page: 'chair' },
  'confirm-minutes': { words: '纪要等本方确认', verb: '看纪要', page: 'session' },
  publish: { words: '议定事项等公示', verb: '去公示', page: 'chair' },
  'answer-objection': { words: '公示期有异议要答复', verb: '答复异议', page: 'chair' },
  task: { words: '本方承办的任务', verb: '报进展', page: 'topic' },
};

export interface NeedCard {
  readonly key: string;
  readonly words: string;
  readonly verb: string;
  readonly page: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export const needCard = (row: NeedRow): NeedCard => {
  const { words, verb, page } = WAYS[row.kind];
  const id = page === 'topic' ? row.topicId : row.sessionId;
  return {
    key: [row.kind, row.topicId, row.sessionId, row.taskId].filter((part) => part !== undefined).join(' '),
    words,
    verb,
    page: `council/pages/${page}/index`,
    query: page === 'call' ? { compound: row.compoundId, topic: row.topicId } : { id },
  };
};

/** By when, or for how long it has waited: 还剩 3 小时, 已等 2 天. */
export const needTime = (row: NeedRow, now: number): string =>
  row.dueAt !== undefined
    ? countdown(row.dueAt, now).words
    : row.since === undefined
      ? ''
      : `已等 ${lengthWords(now - row.since)}`;
