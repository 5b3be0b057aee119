import type { referItem as route } from '@gongyi/shared/council/contract';
import { itemSetAside } from '@gongyi/shared/council/agenda-effects';
import { referred } from '@gongyi/shared/council/topic-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { withTopics } from './session-topics';

/** Refers a topic to the street: the council is done with it. */
export const referItem = ({ params, body: { topicId, reason, rev } }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'refer-item', sessionId: params.sessionId, rev }, call, (session, doing) =>
    withTopics(
      itemSetAside(session, topicId, 'referred', reason, call.now),
      [topicId],
      (topic) => referred(topic, reason, call.now),
      doing,
    ),
  );
