import type { getTopicRecord as route } from '@gongyi/shared/council/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { lineOf } from '../platform/record-item';
import { findTopic, stepsPage } from './record-store';
import { seatsIn } from './standing';
import { mayReadTopic } from './topic-subject';

/** The record, for anyone who may read the topic to check; the head is read first, so lines may run past it. */
export const getTopicRecord = async (
  { params: { topicId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const topic = await findTopic(topicId);
  if (topic === undefined) return refuse('not-found');
  if (!(await mayReadTopic(topic, await seatsIn(topic.compoundId), who, now))) return refuse('not-found');
  const list = `council/record/topic/${topicId}`;
  const from = await readCursor(query.cursor, list, who.personId);
  if (isRefusal(from)) return from;
  const { steps, lastKey } = await stepsPage('topic', topicId, query.limit, from.after);
  const cursor = await makeCursor(lastKey, list, who.personId);
  return {
    items: steps.map(lineOf),
    ...(cursor === undefined ? {} : { cursor }),
    head: { rev: topic.rev, fingerprint: topic.fingerprint },
  };
};
