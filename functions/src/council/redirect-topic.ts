import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { redirectTopic as route } from '@gongyi/shared/council/contract';
import { redirected } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';

/** Screened: not the council's, with where it goes. */
export const redirectTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'redirect', topicId: params.topicId, rev: body.rev }, call, (topic) =>
    redirected(topic, body.to, body.reason, call.now),
  );
