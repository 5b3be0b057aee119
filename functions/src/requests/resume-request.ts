import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { resumeRequest as route } from '@gongyi/shared/requests/contract';
import { resumed } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** The clock goes on. */
export const resumeRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'resume', requestId: params.requestId, rev: body.rev }, call, (request) =>
    resumed(request, call.now),
  );
