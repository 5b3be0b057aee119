import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { listNeighbourhood as route } from '@gongyi/shared/requests/contract';
import { serving } from '../district/public';
import type { Call } from '../platform/router';
import { listRows } from './list-rows';

/** Whether somebody may look over a compound's public requests: its people, and those who serve it. */
export const mayLookOver = async (compoundId: string, { who, now }: Call): Promise<boolean> => {
  if (may(who, 'request.read-public', { placeId: compoundId }, now)) return true;
  if (!who.grants.some(({ organisationId }) => organisationId !== undefined)) return false;
  const answerableIds = (await serving(compoundId)).map(({ id }) => id);
  return may(who, 'request.read-public', { answerableIds }, now);
};

export const listNeighbourhood = async ({ params, query }: RouteInput<typeof route>, call: Call) => {
  if (!(await mayLookOver(params.compoundId, call))) return refuse('not-found');
  return listRows('near', params.compoundId, query, call);
};
