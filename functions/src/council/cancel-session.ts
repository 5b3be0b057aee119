import type { cancelSession as route } from '@gongyi/shared/council/contract';
import { cancelled } from '@gongyi/shared/council/session-effects';
import { onTheTable } from '@gongyi/shared/council/session-rules';
import { unscheduled } from '@gongyi/shared/council/topic-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { withTopics } from './session-topics';

/** Cancels a session that was called; its topics wait for another. */
export const cancelSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'cancel', sessionId: params.sessionId, rev: body.rev }, call, (session, doing) =>
    withTopics(
      cancelled(session, body.reason, call.now),
      onTheTable(session).map(({ topicId }) => topicId),
      (topic) => unscheduled(topic, body.reason, call.now),
      doing,
    ),
  );
