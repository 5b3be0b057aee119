import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { joinRequest as route } from '@gongyi/shared/requests/contract';
import { joined } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { hasJoined, joinWrite } from './request-store';

/** 我也遇到. Only what neighbours may see can be joined. */
export const joinRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'join', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    const { personId } = call.who;
    if (request.visibility === 'private' && request.filerId !== personId) return refuse('not-found');
    const effect = joined(request, personId);
    if (isRefusal(effect)) return effect;
    if (await hasJoined(request.id, personId)) return refuse('already-joined');
    return { ...effect, also: [joinWrite(request.id, personId, call.now)] };
  });
