import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { resolveRequest as route } from '@gongyi/shared/requests/contract';
import { resolved } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { withPhotos } from './with-photos';

/** Done, with proof. */
export const resolveRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'resolve', requestId: params.requestId, rev: body.rev }, call, (request) =>
    withPhotos(resolved(request, body, call.now), request.id, call),
  );
