import { may } from '@gongyi/shared/kernel/authority';
import type { Subject } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import type { Request } from '@gongyi/shared/requests/request';

/** A request as authority sees it. */
export const subjectOf = (
  request: Pick<Request, 'filerId' | 'homeId' | 'spot' | 'holderId' | 'answerableIds' | 'assigneeId'>,
): Subject => ({
  personId: request.filerId,
  homeId: request.homeId,
  placeId: request.spot.placeId,
  gridId: request.spot.gridId,
  holderId: request.holderId,
  answerableIds: request.answerableIds,
  assigneeId: request.assigneeId,
});

/** Work that its holder accepted and nobody has: whoever may take it must see what it is. */
const isFree = ({ status, assigneeId }: Request): boolean => status === 'accepted' && assigneeId === undefined;

export const mayRead = (request: Request, who: Identity, now: number): boolean => {
  const action = request.visibility === 'public' ? 'request.read-public' : 'request.read-private';
  const subject = subjectOf(request);
  return may(who, action, subject, now) || (isFree(request) && may(who, 'request.take', subject, now));
};

/** Staff of the case: they see who asked, with the full name. */
export const seesNames = (request: Request, who: Identity, now: number): boolean =>
  may(who, 'request.see-contact', subjectOf(request), now);
