import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { startRequest as route } from '@gongyi/shared/requests/contract';
import { started } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** On site: work begins. */
export const startRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'start', requestId: params.requestId, rev: body.rev }, call, (request) =>
    started(request, call.now),
  );
