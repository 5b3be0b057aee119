import type { Party } from '../district/organisation';
import type { Action } from '../kernel/authority';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
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

export type AnyTopicMove = TopicMove | SessionTopicMove;
const TALK = { second: 'same', comment: 'same', 'hide-comment': 'same' } as const;
const SCREEN = { accept: 'accepted', merge: 'merged', return: 'returned', redirect: 'redirected' } as const;

/** Status → the moves it allows and where each leads; `same` keeps the status. */
export const TOPIC_LIFECYCLE = {
  proposed: { ...TALK, ...SCREEN, amend: 'same', withdraw: 'withdrawn' },
  returned: {
    comment: 'same',
    'hide-comment': 'same',
    amend: 'proposed',
    withdraw: 'withdrawn',
    // Where others were merged in: see `moveRefused`.
    accept: 'accepted',
    merge: 'merged',
    redirect: 'redirected',
  },
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
} as const satisfies Record<TopicStatus, Partial<Record<AnyTopicMove, TopicStatus | 'same'>>>;

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
export const LOOSE_TOPIC_MOVES: readonly AnyTopicMove[] = ['second', 'comment', 'rate', 'progress'];

/**
 * What may not have happened between what a maker saw and their move, although the move stands beside others:
 * nobody seconds words they have not read.
 */
export const TOPIC_OVERTAKEN_BY: Readonly<Partial<Record<TopicMove, readonly TopicEventKind[]>>> = {
  second: ['amended'],
};

/** Where `move` leads from `status`; undefined if it is not lawful there. */
export const nextTopicStatus = (status: TopicStatus, move: AnyTopicMove): TopicStatus | undefined => {
  const moves: Partial<Record<AnyTopicMove, TopicStatus | 'same'>> = TOPIC_LIFECYCLE[status];
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

const SCREENING: readonly AnyTopicMove[] = ['accept', 'merge', 'redirect'];
/** Moves that stand by the words, which therefore must be cleared, and still be. */
const BY_ITS_WORDS: readonly AnyTopicMove[] = ['second', 'accept', 'schedule'];

type MovedTopic = Pick<Topic, 'status' | 'rev' | 'mergedFrom' | 'wordsCheck' | 'redirectedTo'>;

/**
 * Why a topic, as it stands, does not take a move; undefined if it does. Where others were merged in, both groups of
 * supporters are kept (product rules §4): its proposer alone cannot take it back, and when it went back to them the
 * convener may still take it up or send it on, so that nobody's silence ends what others asked for.
 */
export const moveRefused = (topic: MovedTopic, move: AnyTopicMove): Refusal | undefined => {
  const { status, rev, mergedFrom, wordsCheck } = topic;
  const holdsOthers = mergedFrom.length > 0;
  if (
    nextTopicStatus(status, move) === undefined ||
    (status === 'returned' && SCREENING.includes(move) && !holdsOthers) ||
    (status === 'redirected' && move === 'supervise' && !isHandedUp(topic))
  )
    return refuse('move-not-allowed', { status, rev });
  if (move === 'withdraw' && holdsOthers) return refuse('holds-others');
  if (BY_ITS_WORDS.includes(move) && wordsCheck !== 'clear') return refuse('content-unchecked');
  return undefined;
};

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
