import type { CouncilSession, SessionEventKind } from '@gongyi/shared/council/session';
import { speaksAs } from '@gongyi/shared/council/seats';
import { SESSION_MOVE_ACTION } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { may, standingFor } from '@gongyi/shared/kernel/authority';
import type { Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { councilSubject, partiesOf } from './standing';
import type { CouncilSubject } from './standing';
import { mayReadCouncil } from './supervising';

/** Invited, and still of the party; whom a party named in its place speaks as long as the session lasts. */
const isDelegate = (session: CouncilSession, who: Identity, now: number): boolean => {
  const { compoundId, seats } = session;
  const delegate = session.delegates.find(({ personId }) => personId === who.personId);
  if (delegate === undefined) return false;
  return delegate.substitute || partiesOf(who, compoundId, seats, now).includes(speaksAs(seats, delegate.party));
};

/** A session as authority sees it: a delegate's own, wherever they come from. */
export const sessionSubject = (session: CouncilSession, who: Identity, now: number): CouncilSubject =>
  councilSubject(session.compoundId, session.seats, isDelegate(session, who, now) ? who.personId : undefined);

export const mayReadSession = (session: CouncilSession, who: Identity, now: number): Promise<boolean> =>
  mayReadCouncil(sessionSubject(session, who, now), { who, now });

export const mayChair = (session: CouncilSession, who: Identity, now: number): boolean =>
  may(who, 'session.chair', sessionSubject(session, who, now), now);

export const standingIn = (
  session: CouncilSession,
  move: SessionMove,
  who: Identity,
  now: number,
): Standing | undefined => standingFor(who, SESSION_MOVE_ACTION[move], sessionSubject(session, who, now), now);

/**
 * What may not have happened between what a maker saw and their move, although the move stands beside others:
 * nobody confirms minutes they have not read, and a position is never taken for a vote.
 */
export const OVERTAKEN_BY: Readonly<Partial<Record<SessionMove, readonly SessionEventKind[]>>> = {
  'confirm-minutes': ['minutes-edited', 'minutes-disputed'],
  'state-position': ['vote-called'],
};
