import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { superviseTopic as route } from '@gongyi/shared/council/contract';
import { supervised } from '@gongyi/shared/council/topic-effects';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';

/** A note of those who look after it: 居委会 after what was resolved, the street after what was handed up. */
export const superviseTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'supervise', topicId: params.topicId, rev: body.rev }, call, (topic) => {
    const { words, taskId } = body;
    if (taskId !== undefined && !topic.tasks.some(({ id }) => id === taskId)) return refuse('task-unknown');
    return supervised(topic, words, taskId, call.now);
  });
