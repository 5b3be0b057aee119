import type { endSession as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Call } from '../platform/router';
import { endSessionChain } from './session-store';

export const endSession = async (
  _input: RouteInput<typeof route>,
  { who }: Pick<Call, 'who'>,
): Promise<RouteReply<typeof route>> => {
  await endSessionChain(who.personId, who.sessionHash);
  return {};
};
