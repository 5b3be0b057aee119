import type { openItem as route } from '@gongyi/shared/council/contract';
import { itemOpened } from '@gongyi/shared/council/agenda-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** Takes up a topic, one at a time. */
export const openItem = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'open-item', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    itemOpened(session, body.topicId, call.now),
  );
