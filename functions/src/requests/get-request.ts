import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { getRequest as route, RequestView } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { findRequest } from './request-store';
import { mayRead } from './request-subject';
import { viewRequest } from './view-request';

export const getRequest = async ({ params }: RouteInput<typeof route>, call: Call): Promise<RequestView | Refusal> => {
  const request = await findRequest(params.requestId);
  if (request === undefined || !mayRead(request, call.who, call.now)) return refuse('not-found');
  return viewRequest(request, call);
};
