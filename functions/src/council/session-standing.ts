import type { CouncilSession, SessionEventKind } from '@gongyi/shared/council/session';
import { SESSION_MOVE_ACTION } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { may, standingFor } from '@gongyi/shared/kernel/authority';
import type { Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { councilSubject } from './standing';
import type { CouncilSubject } from './standing';
import { mayReadCouncil } from './supervising';

/** A session as authority sees it: a delegate's own, wherever they come from. */
export const sessionSubject = (session: CouncilSession, personId: string): CouncilSubject =>
  councilSubject(
    session.compoundId,
    session.seats,
    session.delegates.some((one) => one.personId === personId) ? personId : undefined,
  );

export const mayReadSession = (session: CouncilSession, who: Identity, now: number): Promise<boolean> =>
  mayReadCouncil(sessionSubject(session, who.personId), { who, now });

export const mayChair = (session: CouncilSession, who: Identity, now: number): boolean =>
  may(who, 'session.chair', sessionSubject(session, who.personId), now);

export const standingIn = (
  session: CouncilSession,
  move: SessionMove,
  who: Identity,
  now: number,
): Standing | undefined => standingFor(who, SESSION_MOVE_ACTION[move], sessionSubject(session, who.personId), now);

/**
 * What may not have happened between what a maker saw and their move, although the move stands beside others:
 * nobody confirms minutes they have not read, and a position is never taken for a vote.
 */
export const OVERTAKEN_BY: Readonly<Partial<Record<SessionMove, readonly SessionEventKind[]>>> = {
  'confirm-minutes': ['minutes-edited', 'minutes-disputed'],
  'state-position': ['vote-called'],
};
