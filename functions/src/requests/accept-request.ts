import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { acceptRequest as route } from '@gongyi/shared/requests/contract';
import { accepted } from '@gongyi/shared/requests/effects-desk';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** We have it. */
export const acceptRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'accept', requestId: params.requestId, rev: body.rev }, call, (request) =>
    accepted(request, call.now),
  );
