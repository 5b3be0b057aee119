import type { renewSession as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { renew } from './session-store';

export const renewSession = async (
  _input: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof route> | Refusal> =>
  (await renew(who.personId, who.sessionHash, now, op)) ?? refuse('sign-in-needed');
