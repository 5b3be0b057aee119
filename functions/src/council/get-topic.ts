import type { TopicView, getTopic as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { findTopic } from './record-store';
import { seatsIn } from './standing';
import { mayReadTopic } from './topic-subject';
import { viewTopic } from './view-topic';

export const getTopic = async (
  { params, query }: RouteInput<typeof route>,
  call: Call,
): Promise<TopicView | Refusal> => {
  const topic = await findTopic(params.topicId);
  if (topic === undefined) return refuse('not-found');
  const seats = await seatsIn(topic.compoundId);
  return (await mayReadTopic(topic, seats, call.who, call.now))
    ? viewTopic(topic, call, query.before)
    : refuse('not-found');
};
