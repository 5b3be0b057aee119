import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { listPlaceHistory as route } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { listRows } from './list-rows';
import { historyOwner } from './on-request-changed';
import { findRequest } from './request-store';
import { subjectOf } from './request-subject';

/** Earlier requests at the same home or building, of those the asker may read. */
export const listPlaceHistory = async ({ params, query }: RouteInput<typeof route>, call: Call) => {
  const request = await findRequest(params.requestId);
  if (request === undefined || !may(call.who, 'request.see-contact', subjectOf(request), call.now)) {
    return refuse('not-found');
  }
  return listRows('history', historyOwner(request), query, call, ({ id }) => id !== request.id);
};
