import type { SessionView, getSession as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { findSession } from './record-store';
import { mayReadSession } from './session-standing';
import { viewSession } from './view-session';

export const getSession = async ({ params }: RouteInput<typeof route>, call: Call): Promise<SessionView | Refusal> => {
  const session = await findSession(params.sessionId);
  return session !== undefined && (await mayReadSession(session, call.who, call.now))
    ? viewSession(session, call)
    : refuse('not-found');
};
