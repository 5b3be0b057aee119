import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { Topic, TopicEventKind } from '@gongyi/shared/council/topic';
import type { NoticeKind } from '@gongyi/shared/notices/contract';
import { shortTime } from './notice-words';
import { progressPush } from './push-templates';
import type { Push } from './notice-item';

/**
 * Who hears what about a topic of the council. Words carry its title where everybody may read it, its number,
 * parties and times: nobody's name, and nothing else that somebody wrote.
 *
 * - `followers`: who proposed (of a party, its people now), seconded, commented or objected, of it and of those
 *   merged into it
 * - `convener`: the community's secretary
 * - `task`: the party's people of the task the step is about; `tasks`: of every task
 * - `street`: the street's officers and its property office
 */
export type TopicAudience = 'followers' | 'convener' | 'task' | 'tasks' | 'street';

type Facts = Readonly<Record<string, string | number | boolean>>;

export interface TopicTelling {
  readonly to: TopicAudience;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly words: (topic: Topic, facts: Facts) => string;
  /** Told only where this holds. */
  readonly when?: (facts: Facts) => boolean;
  /** The state that the message to the phone names, in at most 5 characters. */
  readonly phrase?: string;
  /** It opens the public notice, where one may object. */
  readonly notice?: boolean;
}

const shownTitle = ({ title, wordsCheck }: Topic): string | undefined => (wordsCheck === 'clear' ? title : undefined);

export const named = (topic: Topic): string => {
  const title = shownTitle(topic);
  return title === undefined ? `议题 ${topic.number}` : `议题「${title}」`;
};

const at = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'number' ? shortTime(value) : '';
};

const WHERE: Readonly<Record<string, string | undefined>> = {
  request: '按服务诉求办理',
  vote: '由业主共同决定',
  street: '由街道办理',
};

const taskOf = ({ tasks }: Topic, facts: Facts) => tasks.find(({ id }) => id === facts['taskId']);

const partyName = (topic: Topic, facts: Facts): string => {
  const task = taskOf(topic, facts);
  return task === undefined ? '有关方' : PARTY_NAMES[task.party].name;
};

const followed = (title: string, phrase: string, words: TopicTelling['words'], notice = false): TopicTelling => ({
  to: 'followers',
  kind: 'topic-step',
  title,
  words,
  phrase,
  notice,
});

/** With this step the convener's time begins: by when stands in its facts. */
const toScreen = (title: string, words: (topic: Topic) => string): TopicTelling => ({
  to: 'convener',
  kind: 'topic-new',
  title,
  words: (t, f) => `${t.compoundName}${words(t)}，请在 ${at(f, 'screenBy')} 前初审。`,
  when: (facts) => typeof facts['screenBy'] === 'number',
  phrase: '待初审',
});

export const TOPIC_TELLINGS: Readonly<Record<TopicEventKind, readonly TopicTelling[]>> = {
  proposed: [
    {
      to: 'convener',
      kind: 'topic-new',
      title: '有新议题',
      words: (t) =>
        t.screenBy === undefined
          ? `${t.compoundName}有新议题 ${t.number}，附议够数后请您初审。`
          : `${t.compoundName}有新议题 ${t.number}，请在 ${shortTime(t.screenBy)} 前初审。`,
      phrase: '待初审',
    },
  ],
  amended: [
    toScreen('退回的议题改好了', (t) => `${named(t)}退回后改了写法`),
    followed('议题改了写法', '有修改', (t) => `${named(t)}由提议人改了写法，点开看新旧写法。`),
  ],
  seconded: [toScreen('议题附议够数', (t) => `${named(t)}附议够数了`)],
  commented: [],
  'comment-hidden': [],
  withdrawn: [followed('议题已撤回', '已撤回', (t) => `${named(t)}由提议人撤回了。`)],
  accepted: [followed('议题已受理', '已受理', (t) => `${named(t)}通过了初审，等候排期开会。`)],
  merged: [followed('议题已合并', '已合并', (t) => `${named(t)}与另一个议题合并，后续进展会继续告诉您。`)],
  'took-in': [
    toScreen('议题附议够数', (t) => `${named(t)}并入相近的议题后附议够数了`),
    followed('并入了相近的议题', '已合并', (t) => `${named(t)}并入了一件相近的议题，附议的邻居一起带过来。`),
  ],
  returned: [followed('议题已退回', '已退回', (t) => `${named(t)}被退回，理由在议题里，修改后可以再提。`)],
  redirected: [
    {
      to: 'street',
      kind: 'topic-step',
      title: '有议题转给街道',
      words: (t) => `${t.compoundName}${named(t)}超出小区能定的范围，社区党组织转给街道。办得怎样，请写在议题里。`,
      phrase: '待办理',
      when: (facts) => facts['to'] === 'street',
    },
    followed('议题转了去处', '已转办', (t, f) => `${named(t)}不由四方共议，${WHERE[String(f['to'])] ?? '另行办理'}。`),
  ],
  scheduled: [followed('议题要上会了', '已排期', (t, f) => `${named(t)}定于 ${at(f, 'startsAt')} 开会商议。`)],
  unscheduled: [followed('会议没有开成', '待排期', (t) => `${named(t)}这次没有议成，重新等候排期。`)],
  agreed: [followed('议题议定了', '已议定', (t) => `${named(t)}议定了，确认纪要后公示。`)],
  deferred: [followed('议题暂缓', '已暂缓', (t) => `${named(t)}这次没有定下来，留待下次会议。`)],
  referred: [
    {
      to: 'street',
      kind: 'topic-step',
      title: '有议题报给街道',
      words: (t) => `${t.compoundName}${named(t)}四方没有谈拢，报给街道处理。办得怎样，请写在议题里。`,
      phrase: '待办理',
    },
    followed('议题已上报', '已上报', (t) => `${named(t)}四方没有谈拢，已交由街道处理。`),
  ],
  published: [
    followed('议定事项公示', '公示中', (t, f) => `${named(t)}公示到 ${at(f, 'endsAt')}，有异议可以提。`, true),
  ],
  'in-force': [
    {
      to: 'tasks',
      kind: 'topic-task',
      title: '有任务要办',
      words: (t) => `${named(t)}公示期满，您所在一方有任务要办，请看期限。`,
      phrase: '待办理',
    },
    followed('议定事项生效', '已生效', (t) =>
      t.tasks.length === 0 ? `${named(t)}公示期满，已经生效，请您评价。` : `${named(t)}公示期满，开始落实。`,
    ),
  ],
  progress: [followed('落实有进展', '有进展', (t, f) => `${named(t)}：${partyName(t, f)}更新了进展。`)],
  'task-done': [
    followed('一项任务办完', '已办完', (t, f) =>
      f['all'] === true ? `${named(t)}的任务都办完了，请您评价。` : `${named(t)}：${partyName(t, f)}办完一项任务。`,
    ),
  ],
  'task-overdue': [
    {
      to: 'task',
      kind: 'topic-overdue',
      title: '任务超期',
      words: (t) => `${named(t)}中您所在一方的任务过了期限，请尽快办理。`,
      phrase: '已超期',
    },
    {
      to: 'street',
      kind: 'topic-overdue',
      title: '任务超期',
      words: (t, f) => `${t.compoundName}${named(t)}：${partyName(t, f)}的任务过了期限，请督办。`,
      phrase: '已超期',
    },
    followed('任务超期', '已超期', (t, f) => `${named(t)}：${partyName(t, f)}的任务过了期限，已告知街道。`),
  ],
  'screening-overdue': [
    {
      to: 'street',
      kind: 'topic-overdue',
      title: '议题超期未初审',
      words: (t) => `${t.compoundName}${named(t)}过了初审期限，请督促社区。`,
      phrase: '已超期',
    },
    {
      to: 'convener',
      kind: 'topic-overdue',
      title: '议题超期未初审',
      words: (t) => `${t.compoundName}${named(t)}过了初审期限，已告知街道。`,
      phrase: '已超期',
    },
    followed('议题超期未初审', '已超期', (t) => `${named(t)}过了初审期限，已告知街道。`),
  ],
  supervised: [
    {
      to: 'task',
      kind: 'topic-task',
      title: '有监督意见',
      words: (t) => `${named(t)}中您所在一方的任务有新的监督意见，请点开看。`,
      phrase: '请整改',
    },
    {
      to: 'tasks',
      kind: 'topic-task',
      title: '有监督意见',
      words: (t) => `${named(t)}有新的监督意见，请点开看。`,
      phrase: '请整改',
      when: (facts) => facts['taskId'] === undefined,
    },
    followed('有监督意见', '有进展', (t) => `${named(t)}有新的监督意见。`),
  ],
  rated: [],
};

export const topicPush = (phrase: string, topic: Topic, page: string, at: number): Push =>
  progressPush('council-progress', page, { number: topic.number, what: shownTitle(topic) ?? '小区议题', phrase, at });
