import type { CouncilSession, SessionEventKind } from '@gongyi/shared/council/session';
import { speaksAs } from '@gongyi/shared/council/seats';
import { SESSION_MOVE_ACTION } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { Party } from '@gongyi/shared/district/organisation';
import { may, standingFor } from '@gongyi/shared/kernel/authority';
import type { Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { councilSubject, partiesOf } from './standing';
import type { CouncilSubject } from './standing';
import { mayReadCouncil } from './supervising';

/**
 * The party somebody speaks for in this session: invited, and still of it; whom a party named in its place speaks as
 * long as the session lasts.
 */
export const speakingFor = (session: CouncilSession, who: Identity, now: number): Party | undefined => {
  const { compoundId, seats } = session;
  const delegate = session.delegates.find(({ personId }) => personId === who.personId);
  if (delegate === undefined) return undefined;
  const party = speaksAs(seats, delegate.party);
  return delegate.substitute || partiesOf(who, compoundId, seats, now).includes(party) ? party : undefined;
};

/** A session as authority sees it: a delegate's own, wherever they come from. */
export const sessionSubject = (session: CouncilSession, who: Identity, now: number): CouncilSubject =>
  councilSubject(
    session.compoundId,
    session.seats,
    speakingFor(session, who, now) === undefined ? undefined : who.personId,
  );

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

const REOPENED: readonly SessionEventKind[] = ['minutes-edited', 'minutes-disputed', 'minutes-recalled'];

/**
 * What may not have happened between what a maker saw and their move, although the move stands beside others:
 * nobody confirms minutes they have not read, and a position is never taken for a vote.
 */
export const OVERTAKEN_BY: Readonly<Partial<Record<SessionMove, readonly SessionEventKind[]>>> = {
  'confirm-minutes': REOPENED,
  'confirm-for': REOPENED,
  'state-position': ['vote-called'],
};
