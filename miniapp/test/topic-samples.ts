import type { TopicRow, TopicStep, TopicView } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { Task } from '@gongyi/shared/council/topic';
import { COMPOUND } from './samples';

const DAY = 86_400_000;

export const aTopicRow = (part: Partial<TopicRow> = {}): TopicRow => ({
  id: 't1',
  number: '1123-ABCD',
  rev: 3,
  status: 'proposed',
  compoundId: COMPOUND,
  compoundName: '幸福小区',
  title: '北门装电动车充电桩',
  proposerName: '3号楼 李**',
  proposedAt: Date.now() - DAY,
  since: Date.now() - DAY,
  screenBy: Date.now() + 2 * DAY,
  seconds: 4,
  comments: 0,
  tasks: { done: 0, all: 0, overdue: 0 },
  rulesVersion: 0,
  ...part,
});

export const aTopicStep = (part: Partial<TopicStep> = {}): TopicStep => ({
  rev: 1,
  kind: 'proposed',
  at: Date.now() - DAY,
  by: '居民 李**',
  mine: false,
  hidden: false,
  photos: [],
  facts: {},
  ...part,
});

export const aTask = (part: Partial<Task> = {}): Task => ({
  id: 't1',
  words: '采购并安装充电桩',
  party: 'property-company',
  bodyName: '安居物业',
  steps: [
    { words: '选型', done: true },
    { words: '安装', done: false },
  ],
  dueAt: Date.now() + 5 * DAY,
  ...part,
});

const side = (party: TopicView['table'][number]['party'], bodyName: string): TopicView['table'][number] => ({
  party,
  bodyName,
  standIn: false,
  signedIn: false,
  tasks: 0,
  tasksDone: 0,
  mark: 'none',
});

export const aTable = (): TopicView['table'] => [
  side('committee-of-residents', '幸福居委会'),
  side('party-branch', '幸福小区党支部'),
  side('owners-committee', '幸福业委会'),
  side('property-company', '安居物业'),
];

export const aTopic = (part: Partial<TopicView> = {}): TopicView => ({
  ...aTopicRow(),
  words: '北门只有一个插座，希望在车棚边装 10 个充电桩。',
  wordsState: 'clear',
  photos: [],
  matter: 'common-affairs',
  version: 1,
  mine: false,
  secondedByMe: false,
  ratedByMe: false,
  rules: { version: 0, rules: DEFAULT_COUNCIL_RULES },
  table: aTable(),
  mergedFrom: [],
  votes: [],
  taskList: [],
  ratings: { good: 0, fair: 0, poor: 0 },
  timeline: [aTopicStep()],
  fingerprint: 'f'.repeat(64),
  moves: [],
  myTasks: [],
  ...part,
});
