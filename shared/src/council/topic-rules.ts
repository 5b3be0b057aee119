import type { Party } from '../district/organisation';
import type { Action } from '../kernel/authority';
import type { Topic, TopicEventKind } from './topic';
import type { TopicStatus } from './kinds';

/**
 * The life of a topic (product rules §4). One table: screens show buttons by it, the server refuses by it, and
 * the write repeats it as a condition. `session` moves are made by the session the topic is on, not by themselves.
 */
export const TOPIC_MOVES = [
  'amend',
  'second',
  'comment',
  'hide-comment',
  'withdraw',
  'accept',
  'merge',
  'return',
  'redirect',
  'progress',
  'finish-task',
  'supervise',
  'rate',
] as const;
export type TopicMove = (typeof TOPIC_MOVES)[number];

/** What a session does to the topics on its agenda. */
export const SESSION_TOPIC_MOVES = ['schedule', 'unschedule', 'agree', 'defer', 'refer', 'publish', 'enforce'] as const;
export type SessionTopicMove = (typeof SESSION_TOPIC_MOVES)[number];

type AnyMove = TopicMove | SessionTopicMove;
const TALK = { second: 'same', comment: 'same', 'hide-comment': 'same' } as const;
const SCREEN = { accept: 'accepted', merge: 'merged', return: 'returned', redirect: 'redirected' } as const;

/** Status → the moves it allows and where each leads; `same` keeps the status. */
export const TOPIC_LIFECYCLE = {
  proposed: { ...TALK, ...SCREEN, amend: 'same', withdraw: 'withdrawn' },
  returned: { comment: 'same', 'hide-comment': 'same', amend: 'proposed', withdraw: 'withdrawn' },
  merged: { 'hide-comment': 'same' },
  redirected: { 'hide-comment': 'same', supervise: 'same' },
  withdrawn: { 'hide-comment': 'same' },
  accepted: { ...TALK, schedule: 'scheduled', merge: 'merged', redirect: 'redirected' },
  scheduled: { ...TALK, unschedule: 'accepted', agree: 'agreed', defer: 'accepted', refer: 'referred' },
  agreed: { comment: 'same', 'hide-comment': 'same', publish: 'on-notice' },
  'on-notice': { comment: 'same', 'hide-comment': 'same', enforce: 'carrying-out' },
  'carrying-out': {
    comment: 'same',
    'hide-comment': 'same',
    progress: 'same',
    'finish-task': 'same',
    supervise: 'same',
  },
  done: { comment: 'same', 'hide-comment': 'same', supervise: 'same', rate: 'same' },
  referred: { comment: 'same', 'hide-comment': 'same', supervise: 'same' },
} as const satisfies Record<TopicStatus, Partial<Record<AnyMove, TopicStatus | 'same'>>>;

/** The action of the authority table behind each move. */
export const TOPIC_MOVE_ACTION = {
  amend: 'topic.own',
  second: 'topic.second',
  comment: 'topic.comment',
  'hide-comment': 'topic.moderate',
  withdraw: 'topic.own',
  accept: 'topic.screen',
  merge: 'topic.screen',
  return: 'topic.screen',
  redirect: 'topic.screen',
  progress: 'council.speak',
  'finish-task': 'council.speak',
  supervise: 'topic.supervise',
  rate: 'topic.rate',
} as const satisfies Record<TopicMove, Action>;

/** Moves that stand beside others at once: they add something and take nothing back. */
export const LOOSE_TOPIC_MOVES: readonly AnyMove[] = ['second', 'comment', 'rate', 'progress'];

/**
 * What may not have happened between what a maker saw and their move, although the move stands beside others:
 * nobody seconds words they have not read.
 */
export const TOPIC_OVERTAKEN_BY: Readonly<Partial<Record<TopicMove, readonly TopicEventKind[]>>> = {
  second: ['amended'],
};

/** Where `move` leads from `status`; undefined if it is not lawful there. */
export const nextTopicStatus = (status: TopicStatus, move: AnyMove): TopicStatus | undefined => {
  const moves: Partial<Record<AnyMove, TopicStatus | 'same'>> = TOPIC_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

/**
 * Whose topic it is (product rules §4: anyone living in the compound, or any party, proposes): a resident's their own;
 * one of a party belongs to whoever speaks for that party now, not to the person who wrote it down.
 */
export const ownsTopic = (
  { proposerId, proposedFor }: Pick<Topic, 'proposerId' | 'proposedFor'>,
  personId: string,
  parties: readonly Party[],
): boolean => (proposedFor === undefined ? proposerId === personId : parties.includes(proposedFor));

/** Statuses in which the topic is still on its way. */
export const TOPIC_OPEN: readonly TopicStatus[] = [
  'proposed',
  'accepted',
  'scheduled',
  'agreed',
  'on-notice',
  'carrying-out',
];

/** The street has it now: the council could not settle it, or it reaches beyond the compound. */
export const isHandedUp = ({ status, redirectedTo }: Pick<Topic, 'status' | 'redirectedTo'>): boolean =>
  status === 'referred' || (status === 'redirected' && redirectedTo === 'street');

/** The next thing that happens by the clock: the convener's time, or a task's date. */
export interface TopicDeadline {
  readonly kind: 'screening' | 'task';
  readonly at: number;
  readonly taskId?: string;
}

export const topicDeadline = (topic: Topic): TopicDeadline | undefined => {
  if (topic.status === 'proposed' && topic.screenBy !== undefined && !topic.screenOverdue) {
    return { kind: 'screening', at: topic.screenBy };
  }
  if (topic.status !== 'carrying-out') return undefined;
  const waiting = topic.tasks
    .filter(({ doneAt, overdueSince }) => doneAt === undefined && overdueSince === undefined)
    .sort((a, b) => a.dueAt - b.dueAt);
  return waiting[0] === undefined ? undefined : { kind: 'task', at: waiting[0].dueAt, taskId: waiting[0].id };
};
