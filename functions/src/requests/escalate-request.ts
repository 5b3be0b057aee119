import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { escalateRequest as route } from '@gongyi/shared/requests/contract';
import { escalatedBy } from '@gongyi/shared/requests/effects-desk';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { levelAbove } from './serving';

/** Brings it to the next level now. */
export const escalateRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'escalate', requestId: params.requestId, rev: body.rev }, call, async (request) =>
    escalatedBy(request, await levelAbove(request), body.reason, call.now),
  );
