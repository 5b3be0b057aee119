import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { replyToRequest as route } from '@gongyi/shared/requests/contract';
import { replied } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { withPhotos } from './with-photos';

/** Writes to each other. The holder's first words are its first answer. */
export const replyToRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'reply', requestId: params.requestId, rev: body.rev }, call, (request, standing) =>
    withPhotos(replied(request, body, standing.organisationId === request.holderId, call.now), request.id, call),
  );
