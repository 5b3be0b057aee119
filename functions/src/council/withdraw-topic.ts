import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { withdrawTopic as route } from '@gongyi/shared/council/contract';
import { withdrawn } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';

/** Its proposer takes it back. */
export const withdrawTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'withdraw', topicId: params.topicId, rev: body.rev }, call, (topic) =>
    withdrawn(topic, call.now),
  );
