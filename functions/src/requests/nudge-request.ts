import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { nudgeRequest as route } from '@gongyi/shared/requests/contract';
import { nudged } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Reminds the holder. */
export const nudgeRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'nudge', requestId: params.requestId, rev: body.rev }, call, (request) => nudged(request, call.now));
