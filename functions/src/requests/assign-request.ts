import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { assignRequest as route } from '@gongyi/shared/requests/contract';
import { assigned } from '@gongyi/shared/requests/effects-desk';
import type { Call } from '../platform/router';
import { findColleague } from './find-colleague';
import { makeMove } from './make-move';

/** Hands out to somebody of the holder; accepts by the same step if nobody has yet. */
export const assignRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'assign', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    const colleague = await findColleague(request.holderId, body.assigneeId, call.now);
    return isRefusal(colleague) ? colleague : assigned(request, colleague, call.now);
  });
