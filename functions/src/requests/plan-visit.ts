import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { planVisit as route } from '@gongyi/shared/requests/contract';
import { visitPlanned } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Agrees when somebody comes. */
export const planVisit = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'plan-visit', requestId: params.requestId, rev: body.rev }, call, (request) =>
    visitPlanned(request, body.visit, call.now),
  );
