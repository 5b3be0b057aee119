import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { screenDue } from './council-rules';
import type { ReservedMatter } from '../votes/matters';
import { ownersDecide } from '../votes/reserved-matters';
import type { Seat } from './seats';
import type { Rating, Resolution, Task, Topic, TopicEventKind } from './topic';
import { reservedOf } from './topic-matters';
import type { Matter } from './topic-matters';
import { moveRefused, nextTopicStatus } from './topic-rules';
import type { AnyTopicMove, TopicDeadline } from './topic-rules';

/** What moves do to a topic, and the step each leaves in its record. Pure: `now` and all ids come in. */
type Changes = { readonly [K in keyof Topic]?: Topic[K] | undefined };

export interface TopicEffect {
  readonly changes: Changes;
  readonly event: {
    readonly kind: TopicEventKind;
    readonly words?: string | undefined;
    readonly photos?: readonly string[];
    readonly facts?: Readonly<Record<string, string | number | boolean>>;
  };
}

const moved = (
  topic: Topic,
  move: AnyTopicMove,
  now: number,
  changes: Changes,
  event: TopicEffect['event'],
): TopicEffect | Refusal => {
  const refused = moveRefused(topic, move);
  if (refused !== undefined) return refused;
  const status = nextTopicStatus(topic.status, move) ?? topic.status;
  return { changes: { status, ...(status === topic.status ? {} : { since: now }), ...changes }, event };
};

/** The revision of the step that a move of the topic as it stands leaves. */
const stepRev = ({ rev }: Topic): number => rev + 1;
/** Why it ended or went back, and the step that says so: it is shown where that step's words are. */
const closedBy = (topic: Topic, reason: string) => ({ closedReason: reason, reasonRev: stepRev(topic) });

/** The convener's time begins with the second that completes the number asked for; a party's topic needs none. */
const screenByOf = (topic: Pick<Topic, 'rules' | 'seconds' | 'proposedFor' | 'screenBy'>, now: number) =>
  topic.screenBy ??
  (topic.proposedFor !== undefined || topic.seconds >= topic.rules.rules.secondsBeforeScreening
    ? screenDue(topic.rules.rules, now)
    : undefined);

/** What so many seconds begin: the convener's time, told by the step that completed them. */
const begunBy = (topic: Topic, seconds: number, now: number): { readonly screenBy?: number } => {
  if (topic.status !== 'proposed' || topic.screenBy !== undefined) return {};
  const screenBy = screenByOf({ ...topic, seconds }, now);
  return screenBy === undefined ? {} : { screenBy };
};

type Proposed = Omit<
  Topic,
  | 'rev'
  | 'fingerprint'
  | 'status'
  | 'wordsCheck'
  | 'wordsAt'
  | 'wordsRev'
  | 'version'
  | 'seconds'
  | 'comments'
  | 'screenBy'
  | 'since'
  | 'mergedFrom'
  | 'tasks'
  | 'ratings'
>;

/** A topic as its proposer hands it in. */
export const proposed = (draft: Proposed): Omit<Topic, 'fingerprint'> => {
  const topic = { ...draft, seconds: 0 };
  const screenBy = screenByOf(topic, draft.proposedAt);
  return {
    ...topic,
    rev: 1,
    status: 'proposed',
    wordsCheck: 'pending',
    wordsAt: draft.proposedAt,
    wordsRev: 1,
    version: 1,
    comments: 0,
    ...(screenBy === undefined ? {} : { screenBy }),
    since: draft.proposedAt,
    mergedFrom: [],
    tasks: [],
    ratings: { good: 0, fair: 0, poor: 0 },
  };
};

export interface Amendment {
  readonly title: string;
  readonly words: string;
  readonly spot?: string | undefined;
  readonly matter: Matter;
  readonly photos: readonly string[];
}

/** The proposer writes it anew, until it is screened; what was returned goes to the convener again. */
export const amended = (topic: Topic, to: Amendment, now: number): TopicEffect | Refusal => {
  const version = topic.version + 1;
  const { title, words, spot, matter, photos } = to;
  const again = topic.status === 'returned' ? { screenBy: screenDue(topic.rules.rules, now) } : {};
  const where = spot === undefined ? {} : { spot };
  return moved(
    topic,
    'amend',
    now,
    {
      title,
      words,
      spot,
      matter,
      photos: [...photos],
      version,
      wordsCheck: 'pending',
      wordsAt: now,
      wordsRev: stepRev(topic),
      ...(topic.status === 'returned' ? { closedReason: undefined, screenOverdue: undefined } : {}),
      ...again,
    },
    { kind: 'amended', words, photos, facts: { title, version, matter, ...where, ...again } },
  );
};

/** Seconded by somebody whose own it is not: of a party's topic that is nobody who speaks for the party. */
export const seconded = (topic: Topic, own: boolean, now: number): TopicEffect | Refusal => {
  if (own) return refuse('own-topic');
  const seconds = topic.seconds + 1;
  const begun = begunBy(topic, seconds, now);
  return moved(topic, 'second', now, { seconds, ...begun }, { kind: 'seconded', facts: begun });
};

export const commented = (topic: Topic, words: string, now: number) =>
  moved(topic, 'comment', now, { comments: topic.comments + 1 }, { kind: 'commented', words });

/** A comment newer than the topic as it was read has the number that this very step would take. */
export const commentHidden = (topic: Topic, hiddenRev: number, reason: string, now: number): TopicEffect | Refusal =>
  hiddenRev > topic.rev
    ? refuse('comment-unknown')
    : moved(topic, 'hide-comment', now, {}, { kind: 'comment-hidden', words: reason, facts: { hiddenRev } });

export const withdrawn = (topic: Topic, now: number) => moved(topic, 'withdraw', now, {}, { kind: 'withdrawn' });

/** The matter of the owners that a topic and what is written beside it would decide, wherever it is written. */
const reservedBy = ({ matter, title, words, spot }: Topic, ...beside: readonly string[]): ReservedMatter | undefined =>
  reservedOf(matter, title, words, spot, ...beside);

/** Onto the way to a session; never a matter the law leaves to the owners, whatever it is called. */
export const accepted = (topic: Topic, words: string | undefined, now: number): TopicEffect | Refusal => {
  const reserved = reservedBy(topic);
  if (reserved !== undefined) return ownersDecide(reserved);
  const settled = { screenBy: undefined, screenOverdue: undefined, closedReason: undefined, reasonRev: undefined };
  return moved(topic, 'accept', now, settled, { kind: 'accepted', words });
};

export const returned = (topic: Topic, reason: string, now: number) =>
  moved(topic, 'return', now, { ...closedBy(topic, reason), screenBy: undefined }, { kind: 'returned', words: reason });

export const redirected = (topic: Topic, to: NonNullable<Topic['redirectedTo']>, reason: string, now: number) =>
  moved(
    topic,
    'redirect',
    now,
    { redirectedTo: to, ...closedBy(topic, reason), screenBy: undefined },
    { kind: 'redirected', words: reason, facts: { to } },
  );

/** A title that nobody may read, or not yet, is not told by another topic either. */
const titleTold = ({ title, wordsCheck }: Topic) => (wordsCheck === 'clear' ? { title } : {});

/** What one topic may take in: whoever seconds it is looked for among the supporters of them all. */
const MOST_MERGED = 50;

export interface Merging {
  readonly into: Topic;
  /** How many people stand behind the two together, each counted once. */
  readonly seconds: number;
  readonly reason: string;
}

/**
 * One of two near-duplicates goes into the other; its supporters count there and hear of every later step. What
 * only the owners decide goes into nothing: the council would resolve it by the other's name.
 */
export const merged = (
  topic: Topic,
  { into, seconds, reason }: Merging,
  now: number,
): { readonly gone: TopicEffect; readonly kept: TopicEffect } | Refusal => {
  if (into.id === topic.id || into.compoundId !== topic.compoundId) return refuse('topic-unknown');
  if (into.status !== 'proposed' && into.status !== 'accepted' && into.status !== 'scheduled')
    return refuse('topic-not-ready', titleTold(into));
  const reserved = reservedBy(topic);
  if (reserved !== undefined) return ownersDecide(reserved);
  const gone = moved(
    topic,
    'merge',
    now,
    { mergedInto: into.id, ...closedBy(topic, reason), screenBy: undefined },
    { kind: 'merged', words: reason, facts: { into: into.id, ...titleTold(into) } },
  );
  if ('refused' in gone) return gone;
  const mergedFrom = [...into.mergedFrom, topic.id, ...topic.mergedFrom];
  if (mergedFrom.length > MOST_MERGED) return refuse('too-many-merged', { most: MOST_MERGED });
  const begun = begunBy(into, seconds, now);
  const facts = { from: topic.id, ...titleTold(topic), seconds: seconds - into.seconds, ...begun };
  const kept: TopicEffect = {
    changes: { mergedFrom, seconds, ...begun },
    event: { kind: 'took-in', facts },
  };
  return { gone, kept };
};

/** What a session does to a topic on its agenda. */
export const scheduled = (topic: Topic, sessionId: string, startsAt: number, now: number): TopicEffect | Refusal => {
  const reserved = reservedBy(topic);
  if (reserved !== undefined) return ownersDecide(reserved);
  return moved(topic, 'schedule', now, { sessionId }, { kind: 'scheduled', facts: { sessionId, startsAt } });
};
export const unscheduled = (topic: Topic, reason: string, now: number) =>
  moved(topic, 'unschedule', now, {}, { kind: 'unscheduled', words: reason });
export const deferred = (topic: Topic, reason: string, now: number) =>
  moved(topic, 'defer', now, {}, { kind: 'deferred', words: reason });
export const referred = (topic: Topic, reason: string, now: number, resolution?: Resolution) =>
  moved(
    topic,
    'refer',
    now,
    { ...closedBy(topic, reason), ...(resolution === undefined ? {} : { resolution, resolvedRev: stepRev(topic) }) },
    { kind: 'referred', words: reason },
  );

export const agreed = (
  topic: Topic,
  resolution: Resolution,
  tasks: readonly Task[],
  now: number,
): TopicEffect | Refusal => {
  const reserved = reservedBy(
    topic,
    resolution.words,
    ...tasks.flatMap(({ words, steps }) => [words, ...steps.map((step) => step.words)]),
  );
  if (reserved !== undefined) return ownersDecide(reserved);
  return moved(
    topic,
    'agree',
    now,
    { resolution, resolvedRev: stepRev(topic), tasks: [...tasks] },
    { kind: 'agreed', words: resolution.words, facts: { by: resolution.by, tasks: tasks.length } },
  );
};

export const published = (topic: Topic, endsAt: number, now: number) =>
  moved(topic, 'publish', now, {}, { kind: 'published', facts: { endsAt } });

/** The notice has ended: work begins. A resolution without tasks is thereby done. */
export const enforced = (topic: Topic, now: number): TopicEffect | Refusal =>
  moved(topic, 'enforce', now, topic.tasks.length === 0 ? { status: 'done' } : {}, { kind: 'in-force' });

const withTask = (topic: Topic, taskId: string, change: (task: Task) => Task): readonly Task[] | undefined =>
  topic.tasks.some(({ id }) => id === taskId)
    ? topic.tasks.map((task) => (task.id === taskId ? change(task) : task))
    : undefined;

/** A party may work on its own tasks only: its body holds the seat that has them. */
const taskOf = (topic: Topic, taskId: string, parties: readonly Party[]): Task | Refusal => {
  const task = topic.tasks.find(({ id }) => id === taskId);
  if (task === undefined) return refuse('task-unknown');
  if (task.doneAt !== undefined) return refuse('move-not-allowed', { status: topic.status, rev: topic.rev });
  return parties.includes(task.party) ? task : refuse('party-not-yours', { party: task.party });
};

/** A task with the body that holds its party's seat now: the work goes with the seat. */
export const heldNow = (task: Task, seats: readonly Seat[]): Task => {
  const seat = seats.find(({ party }) => party === task.party);
  return seat?.bodyId === undefined ? task : { ...task, bodyId: seat.bodyId, bodyName: seat.bodyName ?? task.bodyName };
};

export interface Progress {
  readonly taskId: string;
  readonly words: string;
  readonly photos: readonly string[];
  /** Which steps are done now, by position. */
  readonly stepsDone: readonly number[];
}

export const progressed = (
  topic: Topic,
  { taskId, words, photos, stepsDone }: Progress,
  parties: readonly Party[],
  now: number,
): TopicEffect | Refusal => {
  const task = taskOf(topic, taskId, parties);
  if ('refused' in task) return task;
  const tasks = withTask(topic, taskId, (one) => ({
    ...one,
    steps: one.steps.map((step, index) => ({ ...step, done: step.done || stepsDone.includes(index) })),
  }));
  return moved(
    topic,
    'progress',
    now,
    { tasks: [...(tasks ?? [])] },
    { kind: 'progress', words, photos, facts: { taskId, task: task.words } },
  );
};

/** Done, by the body that holds the seat now, with words and photos of it; the last task ends the topic. */
export const taskFinished = (
  topic: Topic,
  { taskId, words, photos }: Omit<Progress, 'stepsDone'>,
  parties: readonly Party[],
  seats: readonly Seat[],
  now: number,
): TopicEffect | Refusal => {
  const task = taskOf(topic, taskId, parties);
  if ('refused' in task) return task;
  const tasks = withTask(topic, taskId, (one) => ({
    ...heldNow(one, seats),
    doneAt: now,
    steps: one.steps.map((step) => ({ ...step, done: true })),
  }));
  const all = (tasks ?? []).every(({ doneAt }) => doneAt !== undefined);
  return moved(
    topic,
    'finish-task',
    now,
    { tasks: [...(tasks ?? [])], ...(all ? { status: 'done', since: now } : {}) },
    { kind: 'task-done', words, photos, facts: { taskId, task: task.words, all } },
  );
};

/** 居委会 looks after it, and the street after what was handed up to it: a note that everybody reads. */
export const supervised = (
  topic: Topic,
  words: string,
  taskId: string | undefined,
  now: number,
): TopicEffect | Refusal =>
  moved(
    topic,
    'supervise',
    now,
    {},
    { kind: 'supervised', words, ...(taskId === undefined ? {} : { facts: { taskId } }) },
  );

export const rated = (topic: Topic, rating: Rating, words: string | undefined, now: number) =>
  moved(
    topic,
    'rate',
    now,
    { ratings: { ...topic.ratings, [rating]: topic.ratings[rating] + 1 } },
    { kind: 'rated', words, facts: { rating } },
  );

/** What the clock does when a deadline has passed: the street is told, once for each. */
export const topicOverdue = (topic: Topic, deadline: TopicDeadline, now: number): TopicEffect => {
  if (deadline.kind === 'screening')
    return { changes: { screenOverdue: true }, event: { kind: 'screening-overdue', facts: { dueAt: deadline.at } } };
  const tasks = withTask(topic, deadline.taskId ?? '', (task) => ({ ...task, overdueSince: now }));
  const late = topic.tasks.find(({ id }) => id === deadline.taskId);
  return {
    changes: { tasks: [...(tasks ?? [])] },
    event: {
      kind: 'task-overdue',
      facts: { taskId: deadline.taskId ?? '', task: late?.words ?? '', party: late?.party ?? PARTIES[0] },
    },
  };
};

/** The topic after an effect, one revision on; the fingerprint is its writer's. */
export const afterTopicEffect = (topic: Topic, { changes }: TopicEffect): Topic => {
  const kept = Object.entries({ ...topic, ...changes }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(kept) as Topic), rev: topic.rev + 1 };
};
