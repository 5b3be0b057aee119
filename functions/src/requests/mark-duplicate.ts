import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { markDuplicate as route } from '@gongyi/shared/requests/contract';
import { markedDuplicate } from '@gongyi/shared/requests/effects-desk';
import { joined } from '@gongyi/shared/requests/effects-resident';
import type { Request } from '@gongyi/shared/requests/request';
import { nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { makeMove } from './make-move';
import { findRequest, hasJoined, joinWrite, stepWrites } from './request-store';
import { mayRead } from './request-subject';

/** Whether the duplicate's filer may know of the other: neighbours of what is public, the same home of the rest. */
const filerMayKnow = (duplicate: Request, other: Request): boolean =>
  duplicate.filerId === undefined ||
  other.visibility === 'public' ||
  other.filerId === duplicate.filerId ||
  (other.homeId !== undefined && other.homeId === duplicate.homeId);

/** The writes by which the duplicate's filer joins the other, if they are not in it already. */
const filerJoins = async (duplicate: Request, other: Request, call: Call): Promise<TransactItem[]> => {
  const { filerId, filerName } = duplicate;
  if (filerId === undefined || nextStatus(other.status, 'join') === undefined) return [];
  const effect = joined(other, filerId);
  if (isRefusal(effect) || (await hasJoined(other.id, filerId))) return [];
  const maker = { personId: filerId, role: 'person', name: filerName };
  const step = { before: other, effect, verb: 'join', maker, op: call.op, now: call.now } as const;
  return [...stepWrites(step), joinWrite(other.id, filerId, call.now)];
};

/** The same as another of the compound; who filed it joins that one, in the same transaction. */
export const markDuplicate = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'mark-duplicate', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    if (body.of === request.id) return refuse('duplicate-of-itself');
    const other = await findRequest(body.of);
    if (other?.compoundId !== request.compoundId || !mayRead(other, call.who, call.now)) {
      return refuse('duplicate-unknown');
    }
    if (other.status === 'duplicate' || other.status === 'withdrawn') return refuse('duplicate-unknown');
    if (!filerMayKnow(request, other)) return refuse('duplicate-unknown');
    const effect = markedDuplicate(request, other, call.now);
    return isRefusal(effect) ? effect : { ...effect, also: await filerJoins(request, other, call) };
  });
