import type { Party } from '../district/organisation';
import type { Action } from '../kernel/authority';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY, HOUR } from '../kernel/time';
import { speakingParties, speaksAs } from './seats';
import type { Seat } from './seats';
import type { AgendaItem, Attendance, CouncilSession } from './session';
import type { SessionStatus } from './kinds';
import type { Said } from './outcome';

/**
 * The life of a session (product rules §4). One table: screens show buttons by it, the server refuses by it, and
 * the write repeats it as a condition.
 */
export const SESSION_MOVES = [
  'answer',
  'name-substitute',
  'invite-observer',
  'cancel',
  'sign-in',
  'sign-in-for',
  'open',
  'fail',
  'open-item',
  'state-position',
  'call-vote',
  'conclude',
  'defer-item',
  'refer-item',
  'adjourn',
  'resume',
  'end',
  'edit-minutes',
  'send-minutes',
  'confirm-minutes',
  'confirm-for',
  'dispute-minutes',
  'recall-minutes',
  'lock-without',
  'publish',
  'object',
  'object-for',
  'answer-objection',
] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

/** Status → the moves it allows and where each leads; `same` keeps the status. */
export const SESSION_LIFECYCLE = {
  called: {
    answer: 'same',
    'name-substitute': 'same',
    'invite-observer': 'same',
    cancel: 'cancelled',
    'sign-in': 'same',
    'sign-in-for': 'same',
    open: 'in-session',
    fail: 'failed',
  },
  'in-session': {
    'name-substitute': 'same',
    'invite-observer': 'same',
    'sign-in': 'same',
    'sign-in-for': 'same',
    'open-item': 'same',
    'state-position': 'same',
    'call-vote': 'same',
    conclude: 'same',
    'defer-item': 'same',
    'refer-item': 'same',
    adjourn: 'adjourned',
    end: 'ended',
  },
  adjourned: { 'name-substitute': 'same', resume: 'in-session', end: 'ended' },
  failed: {},
  cancelled: {},
  // A party whose people have gone still names somebody who confirms for it.
  ended: { 'name-substitute': 'same', 'edit-minutes': 'same', 'send-minutes': 'confirming' },
  confirming: {
    'name-substitute': 'same',
    'confirm-minutes': 'same',
    'confirm-for': 'same',
    'dispute-minutes': 'ended',
    'recall-minutes': 'ended',
    'lock-without': 'confirmed',
  },
  confirmed: { publish: 'on-notice' },
  'on-notice': { object: 'same', 'object-for': 'same', 'answer-objection': 'same' },
  'in-force': {},
} as const satisfies Record<SessionStatus, Partial<Record<SessionMove, SessionStatus | 'same'>>>;

/** The action of the authority table behind each move. */
export const SESSION_MOVE_ACTION = {
  answer: 'session.take-part',
  'name-substitute': 'session.name-substitute',
  'invite-observer': 'session.chair',
  cancel: 'session.chair',
  'sign-in': 'session.take-part',
  'sign-in-for': 'session.chair',
  open: 'session.chair',
  fail: 'session.chair',
  'open-item': 'session.chair',
  'state-position': 'session.state-position',
  'call-vote': 'session.chair',
  conclude: 'session.chair',
  'defer-item': 'session.chair',
  'refer-item': 'session.chair',
  adjourn: 'session.chair',
  resume: 'session.chair',
  end: 'session.chair',
  'edit-minutes': 'session.chair',
  'send-minutes': 'session.chair',
  'confirm-minutes': 'session.take-part',
  'confirm-for': 'session.chair',
  'dispute-minutes': 'session.take-part',
  'recall-minutes': 'session.chair',
  'lock-without': 'session.chair',
  publish: 'session.chair',
  object: 'council.object',
  'object-for': 'council.object-for',
  'answer-objection': 'session.chair',
} as const satisfies Record<SessionMove, Action>;

/** Moves that stand beside others at once: what one party does takes nothing from another. */
export const LOOSE_SESSION_MOVES: readonly SessionMove[] = [
  'answer',
  'sign-in',
  'sign-in-for',
  'state-position',
  'confirm-minutes',
  'confirm-for',
  'object',
  'object-for',
];

/** Where `move` leads from `status`; undefined if it is not lawful there. */
export const nextSessionStatus = (status: SessionStatus, move: SessionMove): SessionStatus | undefined => {
  const moves: Partial<Record<SessionMove, SessionStatus | 'same'>> = SESSION_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

/** Sign-in opens this long before the session begins. */
export const SIGN_IN_BEFORE = HOUR;
/** A sign-in counts this long: a sitting that runs past midnight is one sitting, the next day's is another. */
export const SIGN_IN_COUNTS = 12 * HOUR;
type SignedIn = readonly Pick<Attendance, 'party'>[];
/** Parties whose body has one of these signed in, in the table's order; a body counts once. */
export const partiesAmong = (seats: readonly Seat[], attendance: SignedIn): Party[] => {
  const signedIn = new Set(attendance.map(({ party }) => speaksAs(seats, party)));
  return speakingParties(seats).filter((party) => signedIn.has(party));
};
/** Everybody's sign-ins, on whichever day of the session. */
export const everSignedIn = ({ sittings = [], attendance }: Pick<CouncilSession, 'sittings' | 'attendance'>) => [
  ...sittings.flatMap((sitting) => sitting.attendance),
  ...attendance,
];
/** Statuses in which people come and go. */
const HELD: readonly SessionStatus[] = ['called', 'in-session', 'adjourned'];
/** The sign-ins that count: while it is held those of the sitting at hand, once that is over everybody's. */
export const signInsAt = (session: CouncilSession, now: number): Attendance[] =>
  HELD.includes(session.status)
    ? session.attendance.filter(({ at }) => now < at + SIGN_IN_COUNTS)
    : everSignedIn(session);
/** Everybody signed in too long ago to count: whoever signs in next begins a new sitting. */
export const hasLapsed = (session: CouncilSession, now: number): boolean =>
  session.attendance.length > 0 && signInsAt(session, now).length === 0;
/** Parties that are there; once the session is over, that were there on any day of it. */
export const presentParties = (session: CouncilSession, now: number): Party[] =>
  partiesAmong(session.seats, signInsAt(session, now));
/** Who was there on any day of the session: these confirm its minutes. */
export const partiesOfSession = (session: CouncilSession): Party[] =>
  partiesAmong(session.seats, everSignedIn(session));

/** Who was there on none. */
export const absentParties = (session: CouncilSession): Party[] => {
  const present = partiesOfSession(session);
  return speakingParties(session.seats).filter((party) => !present.includes(party));
};

/** The round that an item's parties speak in now. */
export const roundOf = ({ state }: Pick<AgendaItem, 'state'>): 'position' | 'vote' =>
  state === 'voting' ? 'vote' : 'position';

/**
 * The chair may write down what a party says: somebody of it was signed in by the chair, as one without a phone (or
 * whose phone gave out), and the party has not said by itself how it stands to the item.
 */
export const mayBeTakenDown = (
  { seats, attendance }: Pick<CouncilSession, 'seats'> & { readonly attendance: readonly Attended[] },
  item: Pick<AgendaItem, 'state' | 'positions'>,
  party: Party,
): boolean =>
  attendance.some((one) => one.by === 'chair' && speaksAs(seats, one.party) === party) &&
  !item.positions.some((one) => one.party === party && one.round === roundOf(item) && !one.byChair);

interface Attended {
  readonly party: Party;
  readonly by: 'code' | 'chair';
}

/**
 * The parties did not come together on it: it failed, or it was the second calling of one that did and was cancelled.
 * Another calling then needs three, once (product rules §4).
 */
export const wasInVain = ({ status, secondOf }: Pick<CouncilSession, 'status' | 'secondOf'>): boolean =>
  status === 'failed' || (status === 'cancelled' && secondOf !== undefined);
export const mayBeCalledAgain = (session: Pick<CouncilSession, 'status' | 'secondOf' | 'followedBy'>): boolean =>
  wasInVain(session) && session.followedBy === undefined;

/** Fewer bodies are no council, and reach no quorum: one never votes twice, and of three all must agree (product rules §4). */
export const LEAST_BODIES = 3;

export interface Quorum {
  readonly present: readonly Party[];
  readonly absent: readonly Party[];
  readonly needed: number;
  readonly reached: boolean;
}

/** Enough parties are there: all four, or three at a second calling; never fewer bodies than the council has, up to three. */
export const quorumOf = (session: CouncilSession, now: number): Quorum => {
  const { quorum, secondCallingQuorum } = session.rules.rules;
  const speaking = speakingParties(session.seats);
  const present = presentParties(session, now);
  const needed = Math.min(
    session.secondOf === undefined ? quorum : secondCallingQuorum,
    Math.max(speaking.length, LEAST_BODIES),
  );
  return {
    present,
    absent: speaking.filter((party) => !present.includes(party)),
    needed,
    reached: present.length >= needed,
  };
};

/** Too few parties are there, and which are missing; undefined if there are enough. */
export const shortOfQuorum = (session: CouncilSession, now: number): Refusal | undefined => {
  const { present, absent, needed, reached } = quorumOf(session, now);
  return reached ? undefined : refuse('no-quorum', { present: present.length, needed, absent: absent.join(',') });
};

export const isRunning = ({ state }: Pick<AgendaItem, 'state'>): boolean => state === 'open' || state === 'voting';

/** Items that the session has still to settle. */
export const onTheTable = ({ agenda }: Pick<CouncilSession, 'agenda'>): AgendaItem[] =>
  agenda.filter((item) => item.state === 'waiting' || isRunning(item));

/** How the parties stand to an item: in the vote once it was called, else in their positions. */
export const saidOn = (session: CouncilSession, item: AgendaItem, now: number): Said => {
  const round = roundOf(item);
  const stances = Object.fromEntries(
    item.positions.filter((one) => one.round === round).map(({ party, stance }) => [party, stance]),
  );
  return { speaking: speakingParties(session.seats), present: presentParties(session, now), stances };
};

/** The party a person speaks for in this session; undefined if none. */
export const partyOf = (session: CouncilSession, personId: string): Party | undefined => {
  const delegate = session.delegates.find((one) => one.personId === personId);
  return delegate === undefined ? undefined : speaksAs(session.seats, delegate.party);
};

/** Parties that must confirm the minutes: those that were there. */
export const unconfirmedOf = (session: CouncilSession): Party[] => {
  const confirmed = new Set((session.minutes?.confirmations ?? []).map(({ party }) => party));
  return partiesOfSession(session).filter((party) => !confirmed.has(party));
};

/**
 * Parties for which the chair may enter that they confirm (on paper, say): whoever was there for them was signed in by
 * the chair, as one without a phone, and they have not disputed them by themselves.
 */
export const confirmableFor = (session: CouncilSession): Party[] =>
  unconfirmedOf(session).filter(
    (party) =>
      session.minutes?.disputedBy?.includes(party) !== true &&
      everSignedIn(session).every((one) => one.by === 'chair' || speaksAs(session.seats, one.party) !== party),
  );

/**
 * From when minutes may be locked without a party that is silent: their due time is over, and the parties had as many
 * days to read them as the template gives to write them.
 */
export const lockableFrom = ({ since, minutesDueAt = since, rules }: CouncilSession): number =>
  Math.max(minutesDueAt, since + rules.rules.minutesDays * DAY);

/**
 * The one party that has not confirmed, where all others have and it did not dispute the words as they stand: silence
 * does not keep from the neighbours what a quorum resolved (product rules §4).
 */
export const silentParty = (session: CouncilSession): Party | undefined => {
  const [party, ...others] = unconfirmedOf(session);
  const contested = party !== undefined && session.minutes?.contestedBy?.includes(party) === true;
  return others.length > 0 || contested ? undefined : party;
};

/** The next thing that happens by the clock. */
export interface SessionDeadline {
  readonly kind: 'minutes' | 'notice-end';
  readonly at: number;
}

export const sessionDeadline = (session: CouncilSession): SessionDeadline | undefined => {
  if (session.status === 'on-notice' && session.notice !== undefined && session.openObjections.length === 0)
    return { kind: 'notice-end', at: session.notice.endsAt };
  const drafting = session.status === 'ended' || session.status === 'confirming';
  return drafting && session.minutesDueAt !== undefined && session.minutesOverdue === undefined
    ? { kind: 'minutes', at: session.minutesDueAt }
    : undefined;
};

/** Statuses in which the session still needs somebody. */
export const SESSION_OPEN: readonly SessionStatus[] = [
  'called',
  'in-session',
  'adjourned',
  'ended',
  'confirming',
  'confirmed',
  'on-notice',
];
