import type { deferItem as route } from '@gongyi/shared/council/contract';
import { itemSetAside } from '@gongyi/shared/council/agenda-effects';
import { deferred } from '@gongyi/shared/council/topic-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { withTopics } from './session-topics';

/** Leaves a topic to a later session: it waits again. */
export const deferItem = ({ params, body: { topicId, reason, rev } }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'defer-item', sessionId: params.sessionId, rev }, call, (session, doing) =>
    withTopics(
      itemSetAside(session, topicId, 'deferred', reason, call.now),
      [topicId],
      (topic) => deferred(topic, reason, call.now),
      doing,
    ),
  );
