import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { pauseRequest as route } from '@gongyi/shared/requests/contract';
import { paused } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** The clock stands until an end with a reason. */
export const pauseRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'pause', requestId: params.requestId, rev: body.rev }, call, (request) =>
    paused(request, body, call.now),
  );
