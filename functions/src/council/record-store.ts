import { afterSessionEffect } from '@gongyi/shared/council/session-effects';
import type { SessionEffect } from '@gongyi/shared/council/session-effects';
import { CouncilSession } from '@gongyi/shared/council/session';
import { sessionDeadline } from '@gongyi/shared/council/session-rules';
import { afterTopicEffect } from '@gongyi/shared/council/topic-effects';
import type { TopicEffect } from '@gongyi/shared/council/topic-effects';
import { Topic } from '@gongyi/shared/council/topic';
import { topicDeadline } from '@gongyi/shared/council/topic-rules';
import { MINUTE } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { getItem, getItems, putNew, updateOf, writeTogether } from '../platform/table';
import type { Item, Together, TransactItem } from '../platform/table';
import { nextStep } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import { changeSeen, recordAfter, recordBefore, recordPage, recordStep } from '../platform/record-steps';
import type { Doing } from '../platform/record-steps';

/**
 * Topics and sessions, each with the steps of its record in one partition. A move is one transaction: what it
 * changes, only if it still is as its maker saw it (revision and status), and the step that tells of it. A move
 * of a session that touches topics writes all of them together.
 */
export const TOPIC_DUE = 'topic';
export const SESSION_DUE = 'session';
/** Words without a machine's verdict for this long go to a person. */
const WORDS_VERDICT = MINUTE / 2;

export type Kind = 'topic' | 'session';
const keyOf = { topic: keys.topic, session: keys.councilSession } as const;
const stepKeyOf = { topic: keys.topicStep, session: keys.sessionStep } as const;

const dueOfTopic = (topic: Topic, now: number): Item => {
  const deadline = topicDeadline(topic);
  const at = topic.wordsCheck === 'pending' ? (topic.wordsAt ?? topic.since) + WORDS_VERDICT : deadline?.at;
  return at === undefined ? {} : keys.due(TOPIC_DUE, Math.max(at, now), topic.id);
};
const dueOfSession = (session: CouncilSession, now: number): Item => {
  const deadline = sessionDeadline(session);
  return deadline === undefined ? {} : keys.due(SESSION_DUE, Math.max(deadline.at, now), session.id);
};
/**
 * The attributes to store, with the place in the index of deadlines. What comes due by a write at `now` although
 * its time is long past (a notice whose last objection is answered late, a task whose date passed while its
 * notice ran) falls due at `now`: hours that the walk has finished are not walked again.
 */
export const topicAttributes = (topic: Topic, now = 0): Item => ({ ...topic, ...dueOfTopic(topic, now) });
export const sessionAttributes = (session: CouncilSession, now = 0): Item => ({
  ...session,
  ...dueOfSession(session, now),
});

export const topicOf = (item: Item): Topic => z.parse(Topic, item);
export const sessionOf = (item: Item): CouncilSession => z.parse(CouncilSession, item);
export const isTopicKey = (pk: string, sk: string): boolean => pk.startsWith(keys.topic('').pk) && sk === 'TOPIC';
export const isSessionKey = (pk: string, sk: string): boolean =>
  pk.startsWith(keys.councilSession('').pk) && sk === 'SESSION';
export const isStepKey = (kind: Kind, pk: string, sk: string): boolean =>
  pk.startsWith(keyOf[kind]('').pk) && sk.startsWith('EV#');

export const findTopic = async (topicId: string): Promise<Topic | undefined> => {
  const item = await getItem(keys.topic(topicId), { consistent: true });
  return item && topicOf(item);
};
/** Some topics, in the order of their ids. */
export const findTopics = async (topicIds: readonly string[]): Promise<Topic[]> => {
  const items = await getItems(topicIds.map(keys.topic), { consistent: true });
  const found = new Map(items.map((item) => [item['id'], topicOf(item)]));
  return topicIds.flatMap((id) => found.get(id) ?? []);
};
export const findSession = async (sessionId: string): Promise<CouncilSession | undefined> => {
  const item = await getItem(keys.councilSession(sessionId), { consistent: true });
  return item && sessionOf(item);
};

/** Steps with a revision greater than `after`, in order. */
export const stepsAfter = (kind: Kind, id: string, after = 0): Promise<StoredStep[]> =>
  recordAfter(stepKeyOf[kind], id, after);

/** One page of the record, oldest first. */
export const stepsPage = (kind: Kind, id: string, limit: number, after: Record<string, unknown> | undefined) =>
  recordPage(stepKeyOf[kind], id, limit, after);

export const findStep = (kind: Kind, id: string, rev: number): Promise<StoredStep | undefined> =>
  recordStep(stepKeyOf[kind], id, rev);

/** The last steps of a topic before a revision. */
export const stepsBefore = (topicId: string, limit: number, before: number | undefined) =>
  recordBefore(stepKeyOf.topic, topicId, limit, before);

/** What was said is hidden, once. */
export const hideStep = (topicId: string, rev: number, op: string): TransactItem =>
  updateOf({
    key: keys.topicStep(topicId, rev),
    set: { hidden: true },
    when: 'attribute_exists(pk) AND attribute_not_exists(#hidden)',
    names: { '#hidden': 'hidden' },
    op,
  });

/** Steps that hold the words of a topic itself: one verdict settles both. */
export const isTopicText = (kind: Kind, step: { readonly kind: string }): boolean =>
  kind === 'topic' && (step.kind === 'proposed' || step.kind === 'amended');

type Step = ReturnType<typeof nextStep>;
const putStep = (kind: Kind, id: string, step: Step, { op, opHash, now }: Doing): TransactItem =>
  putNew({
    ...stepKeyOf[kind](id, step.rev),
    ...step,
    op,
    ...(opHash === undefined ? {} : { opHash }),
    // What an official writes is checked like anybody's before others read it; a topic's own words by its deadline.
    ...(step.words === undefined ? {} : { wordsCheck: 'pending' }),
    ...(step.words === undefined || isTopicText(kind, step)
      ? {}
      : keys.due(kind, now + WORDS_VERDICT, `${id}.${String(step.rev)}`)),
  });

/** The writes of one step of a topic: the topic, if it is still as seen, and the step. */
export const topicWrites = (before: Topic, effect: TopicEffect, doing: Doing): TransactItem[] => {
  const after = afterTopicEffect(before, effect);
  const step = nextStep(before.id, after.rev, before.fingerprint, effect.event, doing.maker, doing.now);
  const fresh = topicAttributes({ ...after, fingerprint: step.fingerprint }, doing.now);
  return [
    changeSeen(keys.topic(before.id), topicAttributes(before), fresh, doing.op),
    putStep('topic', before.id, step, doing),
  ];
};

/** The same of a session; as what it was done is the party where the effect names one. */
export const sessionWrites = (before: CouncilSession, effect: SessionEffect, doing: Doing): TransactItem[] => {
  const after = afterSessionEffect(before, effect);
  const maker = effect.event.party === undefined ? doing.maker : { ...doing.maker, as: effect.event.party };
  const step = nextStep(before.id, after.rev, before.fingerprint, effect.event, maker, doing.now);
  const fresh = sessionAttributes({ ...after, fingerprint: step.fingerprint }, doing.now);
  return [
    changeSeen(keys.councilSession(before.id), sessionAttributes(before), fresh, doing.op),
    putStep('session', before.id, step, doing),
  ];
};

/** The writes that make a topic or a session, with the first step of its record. */
export const topicBegins = (topic: Omit<Topic, 'fingerprint'>, words: string, doing: Doing): TransactItem[] => {
  const { title, matter, spot } = topic;
  const facts = { title, matter, version: 1, ...(spot === undefined ? {} : { spot }) };
  const happened = { kind: 'proposed', words, photos: topic.photos, facts };
  const step = nextStep(topic.id, 1, '', happened, doing.maker, doing.now);
  const item = topicAttributes({ ...topic, fingerprint: step.fingerprint });
  return [
    putNew({ ...item, ...keys.topic(topic.id), op: doing.op, opHash: doing.opHash }),
    putStep('topic', topic.id, step, doing),
  ];
};
export const sessionBegins = (session: Omit<CouncilSession, 'fingerprint'>, doing: Doing): TransactItem[] => {
  const facts = { startsAt: session.startsAt, venue: session.venue, topics: session.agenda.length };
  const step = nextStep(session.id, 1, '', { kind: 'called', facts }, doing.maker, doing.now);
  const item = sessionAttributes({ ...session, fingerprint: step.fingerprint });
  return [
    putNew({ ...item, ...keys.councilSession(session.id), op: doing.op, opHash: doing.opHash }),
    putStep('session', session.id, step, doing),
  ];
};

export const writeSteps = (writes: readonly TransactItem[]): Promise<Together> => writeTogether(writes);
