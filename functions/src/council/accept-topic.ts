import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { acceptTopic as route } from '@gongyi/shared/council/contract';
import { accepted } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';

/** Screened: onto the way to a session; never what only the owners together may decide. */
export const acceptTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'accept', topicId: params.topicId, rev: body.rev }, call, (topic) =>
    accepted(topic, body.words, call.now),
  );
