import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { declineRequest as route } from '@gongyi/shared/requests/contract';
import { declined } from '@gongyi/shared/requests/effects-desk';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Declines with a reason; the filer may object. */
export const declineRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'decline', requestId: params.requestId, rev: body.rev }, call, (request) =>
    declined(request, body.reason, call.now),
  );
