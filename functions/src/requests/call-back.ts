import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { callBack as route } from '@gongyi/shared/requests/contract';
import { calledBack } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Records what the resident said on the phone. */
export const callBack = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'call-back', requestId: params.requestId, rev: body.rev }, call, (request, standing) =>
    calledBack(request, body, standing.organisationId === request.holderId, call.now),
  );
