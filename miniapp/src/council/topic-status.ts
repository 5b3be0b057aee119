import type { TopicStatus } from '@gongyi/shared/council/kinds';
import type { Tone } from '../ui/chip';

/** What a topic's status is called, and how it looks. Apart from the other copy: 议事 itself shows it in lists. */
export const TOPIC_STATUS: Record<TopicStatus, { readonly words: string; readonly tone: Tone }> = {
  proposed: { words: '征集附议', tone: 'brand' },
  returned: { words: '退回修改', tone: 'warning' },
  merged: { words: '并入另一件', tone: 'plain' },
  redirected: { words: '转出办理', tone: 'plain' },
  withdrawn: { words: '已撤回', tone: 'plain' },
  accepted: { words: '已受理，待上会', tone: 'brand' },
  scheduled: { words: '已排上会议', tone: 'brand' },
  agreed: { words: '已议定，待公示', tone: 'brand' },
  'on-notice': { words: '公示中', tone: 'warning' },
  'carrying-out': { words: '正在办', tone: 'brand' },
  done: { words: '已办完', tone: 'success' },
  referred: { words: '已报街道', tone: 'plain' },
};

export const TOPIC_ROW = {
  seconds: (count: number): string => `${String(count)} 人附议`,
  comments: (count: number): string => `${String(count)} 条意见`,
  tasks: (done: number, all: number): string => `任务办完 ${String(done)}/${String(all)}`,
  overdue: (count: number): string => `${String(count)} 项超期`,
  by: (name: string): string => `${name} 提议`,
} as const;
