import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { assignMany as route } from '@gongyi/shared/requests/contract';
import { assigned } from '@gongyi/shared/requests/effects-desk';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import { findColleague } from './find-colleague';
import { moveRequest } from './make-move';

const AT_ONCE = 5;

/** Hands out many to one; each is a move of its own, with its own operation, and answers for itself. */
export const assignMany = async (
  { params: { organisationId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(call.who, 'request.queue', { organisationIds: [organisationId] }, call.now)) return refuse('not-found');
  const colleague = await findColleague(organisationId, body.assigneeId, call.now);
  if (isRefusal(colleague)) return colleague;
  const assignOne = async ({ requestId, rev }: (typeof body.requests)[number]) => {
    const own: Call = { ...call, op: derivedId('assign-many', call.op, requestId) };
    const after = await moveRequest({ verb: 'assign', requestId, rev }, own, (request) =>
      request.holderId === organisationId ? assigned(request, colleague, call.now) : refuse('not-found'),
    );
    return isRefusal(after)
      ? { requestId, done: false, refused: after.refused }
      : { requestId, done: true, rev: after.rev };
  };
  const items: RouteReply<typeof route>['items'] = [];
  for (let at = 0; at < body.requests.length; at += AT_ONCE) {
    items.push(...(await Promise.all(body.requests.slice(at, at + AT_ONCE).map(assignOne))));
  }
  return { items };
};
