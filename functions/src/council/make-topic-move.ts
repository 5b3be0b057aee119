import { setTimeout as sleep } from 'node:timers/promises';
import type { TopicView } from '@gongyi/shared/council/contract';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Topic } from '@gongyi/shared/council/topic';
import type { TopicEffect } from '@gongyi/shared/council/topic-effects';
import {
  LOOSE_TOPIC_MOVES,
  TOPIC_MOVE_ACTION,
  TOPIC_OVERTAKEN_BY,
  nextTopicStatus,
} from '@gongyi/shared/council/topic-rules';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { makerOf } from '../people/public';
import { actsAs } from './acts-as';
import { findTopic, stepsAfter, topicWrites, writeSteps } from './record-store';
import type { Doing } from '../platform/record-steps';
import { partiesOf, seatsIn } from './standing';
import { mayReadTopic, standingOn } from './topic-subject';
import { viewTopic } from './view-topic';

/** What one verb does: the effect on the topic as it stands, and writes that belong to it. */
export type TopicPlan = (
  topic: Topic,
  doing: Doing,
  seats: readonly Seat[],
) => PlannedStep | Refusal | Promise<PlannedStep | Refusal>;
export type PlannedStep = TopicEffect & { readonly also?: readonly TransactItem[] };

export interface TopicAsked {
  readonly verb: TopicMove;
  readonly topicId: string;
  /** The revision its maker saw. */
  readonly rev: number;
}

/** As many as may come at one moment. */
const TRIES = 40;

/**
 * Makes a move once: one transaction of the topic, if it is still as its maker saw it, and the step of its
 * record. A retry finds its own step and answers as the first time; whoever was overtaken hears so.
 */
export const makeTopicMove = async (asked: TopicAsked, call: Call, plan: TopicPlan): Promise<TopicView | Refusal> => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await findTopic(asked.topicId);
    if (before === undefined) return refuse('not-found');
    const seats = await seatsIn(before.compoundId);
    const earlier = await ownOrOvertaken(asked, before, seats, call);
    if (earlier !== undefined) return isRefusal(earlier) ? earlier : viewTopic(earlier, call);
    const tried = await tryMove(asked, before, seats, call, plan);
    if (isRefusal(tried)) return tried;
    if (tried === 'done') {
      const after = await findTopic(before.id);
      return after === undefined ? refuse('not-found') : viewTopic(after, call);
    }
    if (attempt >= TRIES) return overtaken(before, 'changed-meanwhile');
    await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 5));
  }
};

const overtaken = ({ rev, status }: Topic, code: 'changed-meanwhile' | 'amended-since' | 'move-not-allowed'): Refusal =>
  refuse(code, { rev, status });

/** Own earlier step: the topic. Overtaken where that matters: why. Undefined: go on. */
const ownOrOvertaken = async (
  { verb, rev }: TopicAsked,
  topic: Topic,
  seats: readonly Seat[],
  call: Call,
): Promise<Topic | Refusal | undefined> => {
  if (topic.rev === rev) return undefined;
  const since = topic.rev > rev ? await stepsAfter('topic', topic.id, rev) : [];
  const own = since.find(({ op }) => op === call.op);
  if (own !== undefined) return own.opHash === call.opHash ? topic : refuse('key-reused');
  const denied = await deny(verb, topic, seats, call);
  if (denied !== undefined) return denied;
  const lawful = nextTopicStatus(topic.status, verb) !== undefined;
  if (!LOOSE_TOPIC_MOVES.includes(verb)) return overtaken(topic, lawful ? 'changed-meanwhile' : 'move-not-allowed');
  const matters: readonly string[] = TOPIC_OVERTAKEN_BY[verb] ?? [];
  return lawful && since.some(({ kind }) => matters.includes(kind)) ? overtaken(topic, 'amended-since') : undefined;
};

/** What you may not see looks exactly like what does not exist; what you may only see says so. */
const deny = async (
  verb: TopicMove,
  topic: Topic,
  seats: readonly Seat[],
  { who, now }: Call,
): Promise<Refusal | undefined> => {
  if (standingOn(topic, seats, TOPIC_MOVE_ACTION[verb], who, now) !== undefined) return undefined;
  return (await mayReadTopic(topic, seats, who, now)) ? overtaken(topic, 'move-not-allowed') : refuse('not-found');
};

const tryMove = async (
  { verb }: TopicAsked,
  before: Topic,
  seats: readonly Seat[],
  call: Call,
  plan: TopicPlan,
): Promise<'done' | 'changed' | Refusal> => {
  const { who, now, op, opHash } = call;
  const standing = standingOn(before, seats, TOPIC_MOVE_ACTION[verb], who, now);
  if (standing === undefined) return (await deny(verb, before, seats, call)) ?? refuse('not-found');
  if (nextTopicStatus(before.status, verb) === undefined) return overtaken(before, 'move-not-allowed');
  const as = actsAs(standing, partiesOf(who, before.compoundId, seats, now), before.proposedFor);
  const maker = await makerOf(as, before.compoundId, call);
  const doing = { maker, op, opHash, now };
  const planned = await plan(before, doing, seats);
  if (isRefusal(planned)) return planned;
  const { done } = await writeSteps([...topicWrites(before, planned, doing), ...(planned.also ?? [])]);
  return done ? 'done' : 'changed';
};
