import { speakingParties } from '@gongyi/shared/council/seats';
import { MOST_SITTINGS } from '@gongyi/shared/council/session';
import type { AgendaItem, CouncilSession } from '@gongyi/shared/council/session';
import {
  SESSION_MOVES,
  SIGN_IN_BEFORE,
  confirmableFor,
  hasLapsed,
  lockableFrom,
  mayBeTakenDown,
  nextSessionStatus,
  onTheTable,
  partyOf,
  presentParties,
  quorumOf,
  silentParty,
  signInsAt,
  unconfirmedOf,
} from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { Identity } from '@gongyi/shared/people/role';
import { agreedItems } from './session-topics';
import { mayChair, standingIn } from './session-standing';
import { partiesOf } from './standing';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}
type Fits = (session: CouncilSession, viewer: Viewer) => boolean;

const sitsAgain: Fits = ({ sittings }) => (sittings?.length ?? 0) < MOST_SITTINGS;
const signInOpen: Fits = (session, viewer) =>
  viewer.now >= session.startsAt - SIGN_IN_BEFORE && (!hasLapsed(session, viewer.now) || sitsAgain(session, viewer));
const isSignedIn: Fits = (session, { who, now }) =>
  signInsAt(session, now).some(({ personId }) => personId === who.personId);
const runningItem = ({ agenda }: CouncilSession): AgendaItem | undefined =>
  agenda.find(({ state }) => state === 'open' || state === 'voting');
const hasQuorum: Fits = (session, { now }) => quorumOf(session, now).reached;
const running: Fits = (session) => runningItem(session) !== undefined;
const takesDown: Fits = (session, { who, now }) => {
  const item = runningItem(session);
  if (item === undefined || !mayChair(session, who, now)) return false;
  const there = { ...session, attendance: signInsAt(session, now) };
  return presentParties(session, now).some((party) => mayBeTakenDown(there, item, party));
};
const openItem: Fits = ({ agenda }) => agenda.some(({ state }) => state === 'open');

const noticeRuns: Fits = ({ notice }, { now }) => notice !== undefined && now < notice.endsAt;

/** What the session itself allows beyond its status: no button is shown that would be refused. */
const FITS: Readonly<Partial<Record<SessionMove, Fits>>> = {
  'name-substitute': ({ compoundId, seats }, { who, now }) =>
    partiesOf(who, compoundId, seats, now).some((party) => speakingParties(seats).includes(party)),
  'sign-in': (session, viewer) => signInOpen(session, viewer) && !isSignedIn(session, viewer),
  'sign-in-for': signInOpen,
  open: (session, viewer) => viewer.now >= session.startsAt && hasQuorum(session, viewer),
  fail: (session, viewer) => viewer.now >= session.startsAt && !hasQuorum(session, viewer),
  'open-item': (session, viewer) =>
    !running(session, viewer) && hasQuorum(session, viewer) && session.agenda.some(({ state }) => state === 'waiting'),
  'state-position': (session, viewer) =>
    running(session, viewer) && (isSignedIn(session, viewer) || takesDown(session, viewer)),
  'call-vote': (session, viewer) => openItem(session, viewer) && hasQuorum(session, viewer),
  conclude: (session, viewer) => running(session, viewer) && hasQuorum(session, viewer),
  'defer-item': (session) => onTheTable(session).length > 0,
  'refer-item': (session) => onTheTable(session).length > 0,
  adjourn: sitsAgain,
  end: (session) => onTheTable(session).length === 0,
  'confirm-minutes': (session, { who }) =>
    unconfirmedOf(session).some((party) => party === partyOf(session, who.personId)),
  'confirm-for': (session) => confirmableFor(session).length > 0,
  'lock-without': (session, { now }) => silentParty(session) !== undefined && now >= lockableFrom(session),
  publish: (session) => agreedItems(session).length > 0,
  object: noticeRuns,
  'object-for': noticeRuns,
  'answer-objection': ({ openObjections }) => openObjections.length > 0,
};

/** Moves this viewer may make now: the lifecycle, the authority table and the session together. */
export const sessionMovesOpen = (session: CouncilSession, viewer: Viewer): SessionMove[] =>
  SESSION_MOVES.filter(
    (move) =>
      nextSessionStatus(session.status, move) !== undefined &&
      standingIn(session, move, viewer.who, viewer.now) !== undefined &&
      (FITS[move]?.(session, viewer) ?? true),
  );
