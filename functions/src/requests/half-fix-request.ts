import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { halfFixRequest as route } from '@gongyi/shared/requests/contract';
import { halfFixed } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { withPhotos } from './with-photos';

/** Fixed in part: another round begins. */
export const halfFixRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'half-fix', requestId: params.requestId, rev: body.rev }, call, (request) =>
    withPhotos(halfFixed(request, body, call.now), request.id, call),
  );
