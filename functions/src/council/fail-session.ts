import type { failSession as route } from '@gongyi/shared/council/contract';
import { failed } from '@gongyi/shared/council/session-effects';
import { onTheTable } from '@gongyi/shared/council/session-rules';
import { unscheduled } from '@gongyi/shared/council/topic-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { withTopics } from './session-topics';

const TOO_FEW = '到会方数不足，会议未能召开';

/** Too few parties came: recorded, and the topics wait for a second calling. */
export const failSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'fail', sessionId: params.sessionId, rev: body.rev }, call, (session, doing) =>
    withTopics(
      failed(session, call.now),
      onTheTable(session).map(({ topicId }) => topicId),
      (topic) => unscheduled(topic, TOO_FEW, call.now),
      doing,
    ),
  );
