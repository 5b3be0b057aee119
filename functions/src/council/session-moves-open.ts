import { speakingParties } from '@gongyi/shared/council/seats';
import { MOST_SITTINGS } from '@gongyi/shared/council/session';
import type { AgendaItem, CouncilSession } from '@gongyi/shared/council/session';
import {
  SESSION_MOVES,
  SIGN_IN_BEFORE,
  confirmableFor,
  mayBeTakenDown,
  nextSessionStatus,
  onTheTable,
  partyOf,
  presentParties,
  quorumOf,
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

const signInOpen: Fits = ({ startsAt }, { now }) => now >= startsAt - SIGN_IN_BEFORE;
const isSignedIn: Fits = ({ attendance }, { who }) => attendance.some(({ personId }) => personId === who.personId);
const runningItem = ({ agenda }: CouncilSession): AgendaItem | undefined =>
  agenda.find(({ state }) => state === 'open' || state === 'voting');
const running: Fits = (session) => runningItem(session) !== undefined;
const takesDown: Fits = (session, { who, now }) => {
  const item = runningItem(session);
  if (item === undefined || !mayChair(session, who, now)) return false;
  return presentParties(session).some((party) => mayBeTakenDown(session, item, party));
};
const openItem: Fits = ({ agenda }) => agenda.some(({ state }) => state === 'open');

const noticeRuns: Fits = ({ notice }, { now }) => notice !== undefined && now < notice.endsAt;

/** What the session itself allows beyond its status: no button is shown that would be refused. */
const FITS: Readonly<Partial<Record<SessionMove, Fits>>> = {
  'name-substitute': ({ compoundId, seats }, { who, now }) =>
    partiesOf(who, compoundId, seats, now).some((party) => speakingParties(seats).includes(party)),
  'sign-in': (session, viewer) => signInOpen(session, viewer) && !isSignedIn(session, viewer),
  'sign-in-for': signInOpen,
  open: (session, { now }) => now >= session.startsAt && quorumOf(session).reached,
  fail: (session, { now }) => now >= session.startsAt && !quorumOf(session).reached,
  'open-item': (session, viewer) =>
    !running(session, viewer) && quorumOf(session).reached && session.agenda.some(({ state }) => state === 'waiting'),
  'state-position': (session, viewer) =>
    running(session, viewer) && (isSignedIn(session, viewer) || takesDown(session, viewer)),
  'call-vote': openItem,
  conclude: running,
  'defer-item': (session) => onTheTable(session).length > 0,
  'refer-item': (session) => onTheTable(session).length > 0,
  adjourn: ({ sittings }) => (sittings?.length ?? 0) < MOST_SITTINGS,
  end: (session) => onTheTable(session).length === 0,
  'confirm-minutes': (session, { who }) =>
    unconfirmedOf(session).some((party) => party === partyOf(session, who.personId)),
  'confirm-for': (session) => confirmableFor(session).length > 0,
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
