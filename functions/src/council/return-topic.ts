import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { returnTopic as route } from '@gongyi/shared/council/contract';
import { returned } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';

/** Screened: back to its proposer, with the reason. */
export const returnTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'return', topicId: params.topicId, rev: body.rev }, call, (topic) =>
    returned(topic, body.reason, call.now),
  );
