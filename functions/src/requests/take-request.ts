import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { takeRequest as route } from '@gongyi/shared/requests/contract';
import { taken } from '@gongyi/shared/requests/effects-work';
import { namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** A technician takes accepted work that nobody has. */
export const takeRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'take', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    const { personId } = call.who;
    const names = await namesOf([personId]);
    return taken(request, { id: personId, name: names.get(personId) ?? '' });
  });
