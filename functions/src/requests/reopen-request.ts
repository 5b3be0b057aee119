import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { reopenRequest as route } from '@gongyi/shared/requests/contract';
import { reopened } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { levelAbove } from './serving';
import { withPhotos } from './with-photos';

/** Not fixed: another round begins. Against a decline it goes one level up. */
export const reopenRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'reopen', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    const above = request.status === 'declined' ? await levelAbove(request) : undefined;
    return withPhotos(reopened(request, { ...body, above }, call.now), request.id, call);
  });
