import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { earliestStart, minutesDue, noticeEnd } from './council-rules';
import type { RulesInForce } from './council-rules';
import { reservedDecision, reservedIn } from './reserved-matters';
import { isConsensus, outcomeOf, silentOf } from './outcome';
import type { Stance } from './outcome';
import { speakingParties, speaksAs } from './seats';
import type { Seat } from './seats';
import type { AgendaItem, CouncilSession, Delegate, Observer, SessionEventKind } from './session';
import {
  SIGN_IN_BEFORE,
  nextSessionStatus,
  partyOf,
  presentParties,
  quorumOf,
  roundOf,
  saidOn,
  unconfirmedOf,
} from './session-rules';
import type { SessionDeadline, SessionMove } from './session-rules';
import type { ReservedMatter } from '../votes/matters';
import { ownersDecide } from './topic-effects';
import type { Resolution, Topic } from './topic';

/** What moves do to a session, and the step each leaves in its record. Pure: `now` and all ids come in. */
type Changes = { readonly [K in keyof CouncilSession]?: CouncilSession[K] | undefined };

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

const moved = (
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

/** Calls a session: enough notice, topics that wait for one, online only where the template allows it. */
export const called = (call: Call, now: number): Omit<CouncilSession, 'fingerprint'> | Refusal => {
  const { rules } = call.rules;
  const earliest = earliestStart(rules, now);
  if (call.startsAt < earliest) return refuse('notice-too-short', { earliest, noticeDays: rules.noticeDays });
  if (call.online && !rules.onlineAllowed) return refuse('online-not-allowed');
  if (call.topics.length > rules.mostTopics) return refuse('too-many-topics', { most: rules.mostTopics });
  const unready = call.topics.find(({ status, compoundId }) => status !== 'accepted' || compoundId !== call.compoundId);
  if (unready !== undefined) return refuse('topic-not-ready', { title: unready.title });
  const { first } = call;
  if (first !== undefined && (first.status !== 'failed' || first.compoundId !== call.compoundId))
    return refuse('second-calling-unknown');
  // A second calling is of the same topics: for any other the parties had no first notice.
  const stranger = first && call.topics.find(({ id }) => !first.agenda.some(({ topicId }) => topicId === id));
  if (stranger !== undefined) return refuse('topic-not-ready', { title: stranger.title });
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
    ...(first === undefined ? {} : { secondOf: first.id }),
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

/** A delegate signs in by the code shown at the venue. */
export const signedIn = (session: CouncilSession, personId: string, now: number): SessionEffect | Refusal => {
  const delegate = session.delegates.find((one) => one.personId === personId);
  if (delegate === undefined) return refuse('not-a-delegate');
  const closed = signInClosed(session, now);
  if (closed !== undefined) return closed;
  if (session.attendance.some((one) => one.personId === personId)) return refuse('already-signed-in');
  const { name, party } = delegate;
  return moved(
    session,
    'sign-in',
    now,
    { attendance: [...session.attendance, { personId, party, name, at: now, by: 'code' }] },
    { kind: 'signed-in', party: speaksAs(session.seats, party), facts: { by: 'code', name } },
  );
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
  if (session.attendance.length >= 60) return refuse('too-many-delegates');
  if (session.attendance.some((one) => one.name === name && one.party === party)) return refuse('already-signed-in');
  return moved(
    session,
    'sign-in-for',
    now,
    { attendance: [...session.attendance, { party, name, at: now, by: 'chair' }] },
    { kind: 'signed-in', party: speaking, facts: { by: 'chair', name } },
  );
};

/** Opens the session: not before its time, and only with its quorum. */
export const opened = (session: CouncilSession, now: number): SessionEffect | Refusal => {
  if (now < session.startsAt) return refuse('not-yet', { from: session.startsAt });
  const quorum = quorumOf(session);
  if (!quorum.reached)
    return refuse('no-quorum', {
      present: quorum.present.length,
      needed: quorum.needed,
      absent: quorum.absent.join(','),
    });
  return moved(
    session,
    'open',
    now,
    { openedAt: now },
    { kind: 'opened', facts: { present: quorum.present.join(',') } },
  );
};

/** Not enough parties came: recorded, and the topics wait for a second calling. */
export const failed = (session: CouncilSession, now: number): SessionEffect | Refusal => {
  if (now < session.startsAt) return refuse('not-yet', { from: session.startsAt });
  const quorum = quorumOf(session);
  if (quorum.reached) return refuse('quorum-reached');
  const facts = { present: quorum.present.join(','), absent: quorum.absent.join(',') };
  return moved(session, 'fail', now, {}, { kind: 'failed', facts });
};

const itemOf = (session: CouncilSession, topicId: string): AgendaItem | Refusal =>
  session.agenda.find((item) => item.topicId === topicId) ?? refuse('topic-unknown');
const withItem = (session: CouncilSession, item: AgendaItem): Changes => ({
  agenda: session.agenda.map((one) => (one.topicId === item.topicId ? item : one)),
});
const isRunning = ({ state }: AgendaItem): boolean => state === 'open' || state === 'voting';

/** One topic at a time. */
export const itemOpened = (session: CouncilSession, topicId: string, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  const running = session.agenda.find(isRunning);
  if (running !== undefined) return refuse('item-running', { title: running.title });
  if (item.state !== 'waiting') return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  return moved(session, 'open-item', now, withItem(session, { ...item, state: 'open' }), {
    kind: 'item-opened',
    facts: { topicId, title: item.title },
  });
};

export interface Statement {
  readonly topicId: string;
  readonly party: Party;
  readonly stance: Stance;
  readonly reasons: string;
  readonly byName: string;
  readonly byChair: boolean;
}

/** A party says how it stands and why; until the item is concluded it may say so anew. */
export const positionStated = (session: CouncilSession, said: Statement, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, said.topicId);
  if ('refused' in item) return item;
  if (!isRunning(item)) return refuse('item-not-open', { title: item.title });
  const party = speaksAs(session.seats, said.party);
  if (!presentParties(session).includes(party)) return refuse('not-signed-in', { party });
  const round = roundOf(item);
  const { stance, reasons, byName, byChair } = said;
  const positions = [
    ...item.positions.filter((one) => one.party !== party || one.round !== round),
    { party, round, stance, reasons, byName, byChair, at: now },
  ];
  return moved(session, 'state-position', now, withItem(session, { ...item, positions }), {
    kind: 'position-stated',
    party,
    words: reasons,
    facts: { topicId: item.topicId, stance, round, byChair },
  });
};

/** Consensus first; where there is none, one vote a party. Everybody present has spoken before. */
export const voteCalled = (session: CouncilSession, topicId: string, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (item.state !== 'open') return refuse('item-not-open', { title: item.title });
  const said = saidOn(session, item);
  const silent = silentOf(said);
  if (silent.length > 0) return refuse('position-missing', { parties: silent.join(',') });
  if (isConsensus(said)) return refuse('consensus-reached');
  return moved(session, 'call-vote', now, withItem(session, { ...item, state: 'voting' }), {
    kind: 'vote-called',
    facts: { topicId },
  });
};

/** What the parties' last words amount to; refused while a party is silent or a vote is still to be called. */
export const resolutionOn = (
  session: CouncilSession,
  topicId: string,
  words: string,
  now: number,
): Resolution | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!isRunning(item)) return refuse('item-not-open', { title: item.title });
  const quorum = quorumOf(session);
  if (!quorum.reached)
    return refuse('no-quorum', {
      present: quorum.present.length,
      needed: quorum.needed,
      absent: quorum.absent.join(','),
    });
  const said = saidOn(session, item);
  const silent = silentOf(said);
  if (silent.length > 0) return refuse('position-missing', { parties: silent.join(',') });
  if (item.state === 'open' && !isConsensus(said)) return refuse('vote-needed');
  const by = item.state === 'voting' ? 'vote' : 'consensus';
  const outcome = outcomeOf(said, by, session.rules.rules.threeOfFourDecides);
  return {
    agreed: outcome.agreed,
    by,
    agreeing: [...outcome.agreeing],
    objecting: [...outcome.objecting],
    words,
    at: now,
  };
};

/** What a party agrees to is what it says it agrees to: a resolution “as stated” decides the reasons with it. */
const reservedInReasons = ({ positions }: AgendaItem): ReservedMatter | undefined =>
  positions
    .filter(({ stance }) => stance === 'agree')
    .map(({ reasons }) => reservedDecision(`同意，${reasons}`))
    .find((matter) => matter !== undefined);

/** The agreed item is closed with its resolution; what was not agreed is deferred or referred instead. */
export const itemConcluded = (
  session: CouncilSession,
  topicId: string,
  resolution: Resolution,
  now: number,
): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!resolution.agreed) return refuse('not-agreed', { objecting: resolution.objecting.join(',') });
  const reserved = reservedIn(item.title, resolution.words) ?? reservedInReasons(item);
  if (reserved !== undefined) return ownersDecide(reserved);
  return moved(session, 'conclude', now, withItem(session, { ...item, state: 'agreed', resolution }), {
    kind: 'item-concluded',
    words: resolution.words,
    facts: {
      topicId,
      by: resolution.by,
      agreeing: resolution.agreeing.join(','),
      objecting: resolution.objecting.join(','),
    },
  });
};

/** To a later session, or onward to the street: where there is no agreement, or the convener refers it. */
export const itemSetAside = (
  session: CouncilSession,
  topicId: string,
  to: 'deferred' | 'referred',
  reason: string,
  now: number,
): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!isRunning(item) && item.state !== 'waiting') return refuse('item-not-open', { title: item.title });
  return moved(
    session,
    to === 'deferred' ? 'defer-item' : 'refer-item',
    now,
    withItem(session, { ...item, state: to, reason }),
    { kind: to === 'deferred' ? 'item-deferred' : 'item-referred', words: reason, facts: { topicId } },
  );
};

export const adjourned = (session: CouncilSession, resumesAt: number, reason: string, now: number) =>
  resumesAt <= now
    ? refuse('until-not-future')
    : moved(
        session,
        'adjourn',
        now,
        { resumesAt, closedReason: reason },
        { kind: 'adjourned', words: reason, facts: { resumesAt } },
      );

/** Goes on; nothing is concluded without the quorum that signed in. Everybody invited is told, as it may go on early. */
export const resumed = (session: CouncilSession, now: number) =>
  moved(session, 'resume', now, { resumesAt: undefined, closedReason: undefined }, { kind: 'resumed' });

/** Ends when every item is settled; the minutes are drafted from what happened. */
export const ended = (session: CouncilSession, draft: string, now: number): SessionEffect | Refusal => {
  const left = session.agenda.find(({ state }) => state === 'waiting' || state === 'open' || state === 'voting');
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

/** The chair's own words; they may not add a decision that the law leaves to the owners. */
export const minutesEdited = (session: CouncilSession, words: string, now: number): SessionEffect | Refusal => {
  const { minutes } = session;
  if (minutes === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const reserved = reservedDecision(words, minutes.words);
  if (reserved !== undefined) return ownersDecide(reserved);
  const version = minutes.version + 1;
  return moved(
    session,
    'edit-minutes',
    now,
    { minutes: { words, version, confirmations: [] } },
    { kind: 'minutes-edited', words, facts: { version } },
  );
};

export const minutesSent = (session: CouncilSession, now: number) =>
  moved(session, 'send-minutes', now, {}, { kind: 'minutes-sent', facts: { version: session.minutes?.version ?? 1 } });

/** Each party that was there confirms; the last confirmation locks the minutes with their fingerprint. */
export const minutesConfirmed = (
  session: CouncilSession,
  by: { readonly personId: string; readonly name: string },
  fingerprint: (words: string) => string,
  now: number,
): SessionEffect | Refusal => {
  const party = partyOf(session, by.personId);
  const { minutes } = session;
  if (party === undefined || minutes === undefined) return refuse('not-a-delegate');
  const open = unconfirmedOf(session);
  if (!open.includes(party)) return refuse('already-confirmed', { party });
  const last = open.length === 1;
  const confirmations = [...minutes.confirmations, { party, name: by.name, at: now }];
  return moved(
    session,
    'confirm-minutes',
    now,
    {
      minutes: {
        ...minutes,
        confirmations,
        ...(last ? { fingerprint: fingerprint(minutes.words), lockedAt: now } : {}),
      },
      ...(last ? { status: 'confirmed', since: now } : {}),
    },
    { kind: last ? 'minutes-locked' : 'minutes-confirmed', party, facts: { version: minutes.version } },
  );
};

/** A party says what is wrong; the minutes go back to the chair. */
export const minutesDisputed = (session: CouncilSession, personId: string, reason: string, now: number) => {
  const party = partyOf(session, personId);
  if (party === undefined) return refuse('not-a-delegate');
  return moved(session, 'dispute-minutes', now, {}, { kind: 'minutes-disputed', party, words: reason });
};

/** On public notice for the template's days; nothing to show if nothing was agreed. */
export const published = (session: CouncilSession, now: number): SessionEffect | Refusal => {
  const endsAt = noticeEnd(session.rules.rules, now);
  return moved(
    session,
    'publish',
    now,
    { notice: { publishedAt: now, endsAt } },
    { kind: 'published', facts: { endsAt } },
  );
};

/** An objection, signed. Its revision is its number. */
export const objected = (
  session: CouncilSession,
  words: string,
  signature: string,
  now: number,
): SessionEffect | Refusal => {
  if (session.notice === undefined || now >= session.notice.endsAt) return refuse('deadline-passed');
  return moved(
    session,
    'object',
    now,
    { openObjections: [...session.openObjections, session.rev + 1], objections: session.objections + 1 },
    { kind: 'objected', words, facts: { signature } },
  );
};

/** Answered; when the days are over and this was the last, the notice ends with it. */
export const objectionAnswered = (
  session: CouncilSession,
  objectionRev: number,
  words: string,
  now: number,
): SessionEffect | Refusal => {
  if (!session.openObjections.includes(objectionRev)) return refuse('objection-unknown');
  return moved(
    session,
    'answer-objection',
    now,
    { openObjections: session.openObjections.filter((rev) => rev !== objectionRev) },
    { kind: 'objection-answered', words, facts: { objectionRev } },
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
