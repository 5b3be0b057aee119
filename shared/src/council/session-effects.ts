import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import { isoDate } from '../kernel/time';
import type { Refusal } from '../kernel/refusal';
import { earliestStart, minutesDue } from './council-rules';
import type { RulesInForce } from './council-rules';
import { speakingParties, speaksAs } from './seats';
import type { Seat } from './seats';
import { MOST_SIGNED_IN, MOST_SITTINGS } from './session';
import type { Attendance, CouncilSession, Delegate, Observer, SessionEventKind } from './session';
import {
  LEAST_BODIES,
  SIGN_IN_BEFORE,
  absentParties,
  hasLapsed,
  isRunning,
  mayBeCalledAgain,
  nextSessionStatus,
  onTheTable,
  partiesOfSession,
  partyOf,
  presentParties,
  quorumOf,
  shortOfQuorum,
  signInsAt,
  wasInVain,
} from './session-rules';
import type { SessionDeadline, SessionMove } from './session-rules';
import type { Topic } from './topic';

/** What moves do to a session, and the step each leaves in its record. Pure: `now` and all ids come in. */
export type Changes = { readonly [K in keyof CouncilSession]?: CouncilSession[K] | undefined };

export interface SessionEffect {
  readonly changes: Changes;
  readonly event: {
    readonly kind: SessionEventKind;
    readonly words?: string | undefined;
    /** As what it was done, where that is a party. */
    readonly party?: Party;
    readonly facts?: Readonly<Record<string, string | number | boolean>>;
  };
}

export const moved = (
  session: CouncilSession,
  move: SessionMove,
  now: number,
  changes: Changes,
  event: SessionEffect['event'],
): SessionEffect | Refusal => {
  const status = nextSessionStatus(session.status, move);
  if (status === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  return { changes: { status, ...(status === session.status ? {} : { since: now }), ...changes }, event };
};

export interface Call {
  readonly id: string;
  readonly number: string;
  readonly compoundId: string;
  readonly compoundName: string;
  readonly rules: RulesInForce;
  readonly chairId: string;
  readonly chairName: string;
  readonly startsAt: number;
  readonly venue: string;
  readonly online: boolean;
  readonly seats: readonly Seat[];
  readonly delegates: readonly Delegate[];
  readonly topics: readonly Topic[];
  /** The failed session that is called a second time. */
  readonly first?: CouncilSession | undefined;
}

/** A session that was in vain is called again: once, in its compound, with topics that it was the last to have. */
const secondRefused = ({ first, compoundId, topics }: Call): Refusal | undefined => {
  if (first === undefined) return undefined;
  if (!wasInVain(first) || first.compoundId !== compoundId) return refuse('second-calling-unknown');
  if (!mayBeCalledAgain(first)) return refuse('second-calling-made');
  // For any other topic the parties had no first notice; one that was met about since has had its first calling anew.
  const stranger = topics.find(({ sessionId }) => sessionId !== first.id);
  return stranger && refuse('topic-not-ready', { title: stranger.title });
};

/** Calls a session: enough notice, topics that wait for one, online only where the template allows it. */
export const called = (call: Call, now: number): Omit<CouncilSession, 'fingerprint'> | Refusal => {
  const { rules } = call.rules;
  const speaking = speakingParties(call.seats);
  if (speaking.length < LEAST_BODIES) {
    const missing = PARTIES.filter((party) => !speaking.includes(party));
    return refuse('too-few-bodies', { bodies: speaking.length, parties: missing.join(',') });
  }
  const earliest = earliestStart(rules, now);
  if (call.startsAt < earliest) return refuse('notice-too-short', { earliest, noticeDays: rules.noticeDays });
  if (call.online && !rules.onlineAllowed) return refuse('online-not-allowed');
  if (call.topics.length > rules.mostTopics) return refuse('too-many-topics', { most: rules.mostTopics });
  const unready = call.topics.find(({ status, compoundId }) => status !== 'accepted' || compoundId !== call.compoundId);
  if (unready !== undefined) return refuse('topic-not-ready', { title: unready.title });
  const second = secondRefused(call);
  if (second !== undefined) return second;
  return {
    id: call.id,
    number: call.number,
    rev: 1,
    status: 'called',
    compoundId: call.compoundId,
    compoundName: call.compoundName,
    rules: call.rules,
    calledAt: now,
    chairId: call.chairId,
    chairName: call.chairName,
    startsAt: call.startsAt,
    venue: call.venue,
    online: call.online,
    ...(call.first === undefined ? {} : { secondOf: call.first.id }),
    seats: [...call.seats],
    delegates: [...call.delegates],
    observers: [],
    attendance: [],
    agenda: call.topics.map(({ id, title }) => ({ topicId: id, title, state: 'waiting', positions: [] })),
    openObjections: [],
    objections: 0,
    since: now,
  };
};

/** The failed session remembers that it was called a second time, so that it is only once. */
export const calledAgain = (first: CouncilSession, { id, startsAt }: Pick<Call, 'id' | 'startsAt'>): SessionEffect => ({
  changes: { followedBy: id },
  event: { kind: 'called-again', facts: { sessionId: id, startsAt } },
});

export const answered = (session: CouncilSession, personId: string, coming: boolean, now: number) => {
  const party = partyOf(session, personId);
  if (party === undefined) return refuse('not-a-delegate');
  const answer = coming ? ('coming' as const) : ('not-coming' as const);
  const delegates = session.delegates.map((one) => (one.personId === personId ? { ...one, answer } : one));
  return moved(session, 'answer', now, { delegates }, { kind: 'answered', party, facts: { coming } });
};

/** A party names somebody in place of its own people. */
export const substituteNamed = (
  session: CouncilSession,
  party: Party,
  substitute: { readonly personId: string; readonly name: string },
  now: number,
): SessionEffect | Refusal => {
  const other = partyOf(session, substitute.personId);
  if (other !== undefined) return refuse('already-a-delegate', { party: other });
  if (session.delegates.length >= 40) return refuse('too-many-delegates');
  const delegates = [...session.delegates, { ...substitute, party, substitute: true }];
  return moved(
    session,
    'name-substitute',
    now,
    { delegates },
    { kind: 'substitute-named', party, facts: { name: substitute.name } },
  );
};

export const observerInvited = (session: CouncilSession, observer: Observer, now: number): SessionEffect | Refusal =>
  session.observers.length >= 20
    ? refuse('too-many-delegates')
    : moved(
        session,
        'invite-observer',
        now,
        { observers: [...session.observers, observer] },
        { kind: 'observer-invited', facts: { name: observer.name, from: observer.from } },
      );

export const cancelled = (session: CouncilSession, reason: string, now: number) =>
  moved(session, 'cancel', now, { closedReason: reason }, { kind: 'cancelled', words: reason });

const signInClosed = ({ startsAt }: CouncilSession, now: number): Refusal | undefined =>
  now < startsAt - SIGN_IN_BEFORE ? refuse('sign-in-not-open', { opensAt: startsAt - SIGN_IN_BEFORE }) : undefined;

/** When the sign-ins at hand began to count. */
const sittingFrom = ({ resumedAt, openedAt, startsAt }: CouncilSession): number => resumedAt ?? openedAt ?? startsAt;

/**
 * At another sitting others may be there: everybody signs in anew, and what was being talked about is taken up again
 * before them. Who signed in before stays with the sitting that ended at `until`.
 */
const anotherSitting = (session: CouncilSession, until: number, now: number) => ({
  sittings: [...(session.sittings ?? []), { from: sittingFrom(session), until, attendance: session.attendance }],
  attendance: [],
  resumedAt: now,
  agenda: session.agenda.map((item) =>
    isRunning(item) ? { ...item, state: 'waiting' as const, positions: [] } : item,
  ),
});

/** The last that anybody did at the sitting at hand. */
const lastHeard = ({ attendance, agenda }: CouncilSession): number =>
  Math.max(
    ...attendance.map(({ at }) => at),
    ...agenda.flatMap(({ positions, settledAt = 0 }) => [settledAt, ...positions.map(({ at }) => at)]),
  );

/**
 * One more sign-in. Where all earlier ones of an open session have lapsed it begins a new sitting, as after an
 * adjournment to another day. Before the opening lapsed ones stay, to tell who came; the opening drops them.
 */
const withSignIn = (
  session: CouncilSession,
  move: 'sign-in' | 'sign-in-for',
  signIn: Attendance,
): SessionEffect | Refusal => {
  const { party, name, at, by } = signIn;
  const signAnew = session.status === 'in-session' && hasLapsed(session, at);
  if (signAnew && (session.sittings?.length ?? 0) >= MOST_SITTINGS)
    return refuse('too-many-sittings', { most: MOST_SITTINGS });
  // Whoever signs in once more was there before, too: what was settled then was settled before them.
  const earlier = signAnew ? [] : session.attendance;
  if (earlier.length >= MOST_SIGNED_IN) return refuse('too-many-delegates');
  return moved(
    session,
    move,
    at,
    {
      ...(signAnew ? anotherSitting(session, lastHeard(session), at) : {}),
      attendance: [...earlier, signIn],
    },
    {
      kind: 'signed-in',
      party: speaksAs(session.seats, party),
      facts: { by, name, ...(signAnew ? { signAnew } : {}) },
    },
  );
};

/** A delegate signs in by the code shown at the venue. */
export const signedIn = (session: CouncilSession, personId: string, now: number): SessionEffect | Refusal => {
  const delegate = session.delegates.find((one) => one.personId === personId);
  if (delegate === undefined) return refuse('not-a-delegate');
  const closed = signInClosed(session, now);
  if (closed !== undefined) return closed;
  if (signInsAt(session, now).some((one) => one.personId === personId)) return refuse('already-signed-in');
  const { name, party } = delegate;
  return withSignIn(session, 'sign-in', { personId, party, name, at: now, by: 'code' });
};

/** The chair signs in somebody without a phone, by the party and the name; marked so for everybody to see. */
export const signedInByChair = (
  session: CouncilSession,
  { party, name }: { readonly party: Party; readonly name: string },
  now: number,
): SessionEffect | Refusal => {
  const closed = signInClosed(session, now);
  if (closed !== undefined) return closed;
  const speaking = speaksAs(session.seats, party);
  if (!speakingParties(session.seats).includes(speaking)) return refuse('seat-empty', { party });
  if (signInsAt(session, now).some((one) => one.name === name && one.party === party))
    return refuse('already-signed-in');
  return withSignIn(session, 'sign-in-for', { party, name, at: now, by: 'chair' });
};

/** Opens the session: not before its time, and only with its quorum. */
export const opened = (session: CouncilSession, now: number): SessionEffect | Refusal => {
  if (now < session.startsAt) return refuse('not-yet', { from: session.startsAt });
  const short = shortOfQuorum(session, now);
  if (short !== undefined) return short;
  return moved(
    session,
    'open',
    now,
    { openedAt: now, attendance: signInsAt(session, now) },
    { kind: 'opened', facts: { present: presentParties(session, now).join(',') } },
  );
};

/** Not enough parties came together: recorded, and the topics wait for a second calling. Who came is not called absent. */
export const failed = (session: CouncilSession, now: number): SessionEffect | Refusal => {
  if (now < session.startsAt) return refuse('not-yet', { from: session.startsAt });
  if (quorumOf(session, now).reached) return refuse('quorum-reached');
  const facts = { present: partiesOfSession(session).join(','), absent: absentParties(session).join(',') };
  return moved(session, 'fail', now, {}, { kind: 'failed', facts });
};

export const adjourned = (
  session: CouncilSession,
  resumesAt: number,
  reason: string,
  now: number,
): SessionEffect | Refusal => {
  if (resumesAt <= now) return refuse('until-not-future');
  if ((session.sittings?.length ?? 0) >= MOST_SITTINGS) return refuse('too-many-sittings', { most: MOST_SITTINGS });
  return moved(
    session,
    'adjourn',
    now,
    { resumesAt, closedReason: reason },
    { kind: 'adjourned', words: reason, facts: { resumesAt } },
  );
};

/** Goes on; no topic is taken up or concluded without the quorum. All invited are told, as it may go on early. */
export const resumed = (session: CouncilSession, now: number) => {
  const signAnew = hasLapsed(session, now) || isoDate(sittingFrom(session)) !== isoDate(now);
  return moved(
    session,
    'resume',
    now,
    { resumesAt: undefined, closedReason: undefined, ...(signAnew ? anotherSitting(session, session.since, now) : {}) },
    { kind: 'resumed', facts: { signAnew } },
  );
};

/** Ends when every item is settled; the minutes are drafted from what happened. */
export const ended = (session: CouncilSession, draft: string, now: number): SessionEffect | Refusal => {
  const [left] = onTheTable(session);
  if (left !== undefined) return refuse('item-running', { title: left.title });
  return moved(
    session,
    'end',
    now,
    {
      endedAt: now,
      resumesAt: undefined,
      minutes: { words: draft, version: 1, confirmations: [] },
      minutesDueAt: minutesDue(session.rules.rules, now),
    },
    { kind: 'ended' },
  );
};

/** What the clock does when a deadline has passed. */
export const sessionDue = (session: CouncilSession, deadline: SessionDeadline, now: number): SessionEffect => {
  if (deadline.kind === 'minutes')
    return { changes: { minutesOverdue: true }, event: { kind: 'minutes-overdue', facts: { dueAt: deadline.at } } };
  return {
    changes: {
      status: 'in-force',
      since: now,
      ...(session.notice === undefined ? {} : { notice: { ...session.notice, endedAt: now } }),
    },
    event: { kind: 'notice-ended', facts: { objections: session.objections } },
  };
};

/** The session after an effect, one revision on; the fingerprint is its writer's. */
export const afterSessionEffect = (session: CouncilSession, { changes }: SessionEffect): CouncilSession => {
  const kept = Object.entries({ ...session, ...changes }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(kept) as CouncilSession), rev: session.rev + 1 };
};
