import { may } from '@gongyi/shared/kernel/authority';
import type { Request } from '@gongyi/shared/requests/request';
import { DEFAULT_TERMS, MOVES, MOVE_ACTION, nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { subjectOf } from './request-subject';
import type { Viewer } from './request-row';

/** What the request itself allows beyond its status: no button is shown that would be refused. */
const fits = (request: Request, move: Move, { who, now }: Viewer, joinedByMe: boolean): boolean => {
  switch (move) {
    case 'take':
      return request.assigneeId === undefined;
    case 'answer-quote':
      return request.quote?.state === 'open';
    case 'resolve':
      return request.quote?.state !== 'open';
    case 'join':
      return request.visibility === 'public' && request.filerId !== who.personId && !joinedByMe;
    case 'nudge':
      return (request.lastNudgedAt ?? -Infinity) + DEFAULT_TERMS.nudgeEvery <= now;
    default:
      return true;
  }
};

/** Moves this viewer may make now: the lifecycle and the authority table together. */
export const movesOpen = (request: Request, viewer: Viewer, joinedByMe: boolean): Move[] =>
  MOVES.filter(
    (move) =>
      nextStatus(request.status, move) !== undefined &&
      fits(request, move, viewer, joinedByMe) &&
      may(viewer.who, MOVE_ACTION[move], subjectOf(request), viewer.now),
  );
