import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { confirmRequest as route } from '@gongyi/shared/requests/contract';
import { confirmed } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Yes, it is fixed. */
export const confirmRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'confirm', requestId: params.requestId, rev: body.rev }, call, (request) =>
    confirmed(request, body, call.now),
  );
