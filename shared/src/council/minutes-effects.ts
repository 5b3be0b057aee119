import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { ownersDecide, reservedDecision } from '../votes/reserved-matters';
import { speaksAs } from './seats';
import type { CouncilSession } from './session';
import { moved } from './session-effects';
import type { SessionEffect } from './session-effects';
import { confirmableFor, lockableFrom, partyOf, silentParty, unconfirmedOf } from './session-rules';

/** What becomes of a session's minutes, from the draft to the lock. */

/** The chair's own words; they may not add a decision that the law leaves to the owners. */
export const minutesEdited = (session: CouncilSession, words: string, now: number): SessionEffect | Refusal => {
  const { minutes } = session;
  if (minutes === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const reserved = reservedDecision(words, minutes.words);
  if (reserved !== undefined) return ownersDecide(reserved);
  const version = minutes.version + 1;
  // To save them as they were answers nobody who found them wrong.
  const contestedBy = words.trim() === minutes.words.trim() ? minutes.contestedBy : undefined;
  return moved(
    session,
    'edit-minutes',
    now,
    { minutes: { ...minutes, words, version, confirmations: [], contestedBy } },
    { kind: 'minutes-edited', words, facts: { version } },
  );
};

export const minutesSent = (session: CouncilSession, now: number) =>
  moved(session, 'send-minutes', now, {}, { kind: 'minutes-sent', facts: { version: session.minutes?.version ?? 1 } });

/** Taken back to be changed: whoever confirmed them confirms what they become. */
export const minutesRecalled = (session: CouncilSession, reason: string, now: number): SessionEffect | Refusal => {
  const { minutes } = session;
  if (minutes === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const confirmed = minutes.confirmations.map(({ party }) => party).join(',');
  return moved(
    session,
    'recall-minutes',
    now,
    { minutes: { ...minutes, confirmations: [] } },
    { kind: 'minutes-recalled', words: reason, facts: { version: minutes.version, confirmed } },
  );
};

type Fingerprint = (words: string) => string;
type Confirmation = NonNullable<CouncilSession['minutes']>['confirmations'][number];

/** One more party confirms; the last one locks the minutes with their fingerprint. */
const confirmed = (
  session: CouncilSession,
  move: 'confirm-minutes' | 'confirm-for',
  confirmation: Confirmation,
  fingerprint: Fingerprint,
): SessionEffect | Refusal => {
  const { minutes } = session;
  const { party, at, byChair } = confirmation;
  if (minutes === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const open = unconfirmedOf(session);
  if (!open.includes(party)) return refuse('already-confirmed', { party });
  const last = open.length === 1;
  const facts = { version: minutes.version, ...(byChair === undefined ? {} : { byChair, name: confirmation.name }) };
  return moved(
    session,
    move,
    at,
    {
      minutes: {
        ...minutes,
        confirmations: [...minutes.confirmations, confirmation],
        ...(last ? { fingerprint: fingerprint(minutes.words), lockedAt: at } : {}),
      },
      ...(last ? { status: 'confirmed', since: at } : {}),
    },
    { kind: last ? 'minutes-locked' : 'minutes-confirmed', party, facts },
  );
};

/** Each party that was there confirms by one of its delegates. */
export const minutesConfirmed = (
  session: CouncilSession,
  by: { readonly personId: string; readonly name: string },
  fingerprint: Fingerprint,
  now: number,
): SessionEffect | Refusal => {
  const party = partyOf(session, by.personId);
  if (party === undefined) return refuse('not-a-delegate');
  return confirmed(session, 'confirm-minutes', { party, name: by.name, at: now }, fingerprint);
};

/** The chair enters that a party confirms of which nobody signed in by phone; marked so for everybody to see. */
export const minutesConfirmedFor = (
  session: CouncilSession,
  by: { readonly party: Party; readonly name: string },
  fingerprint: Fingerprint,
  now: number,
): SessionEffect | Refusal => {
  const party = speaksAs(session.seats, by.party);
  if (!unconfirmedOf(session).includes(party)) return refuse('already-confirmed', { party });
  if (!confirmableFor(session).includes(party)) return refuse('party-not-yours', { party });
  return confirmed(session, 'confirm-for', { party, name: by.name, at: now, byChair: true }, fingerprint);
};

/** The days to confirm are over and one party is silent: the minutes are locked without it, which shows with them. */
export const minutesLockedWithout = (
  session: CouncilSession,
  reason: string,
  fingerprint: Fingerprint,
  now: number,
): SessionEffect | Refusal => {
  const { minutes } = session;
  if (minutes === undefined) return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const party = silentParty(session);
  if (party === undefined) return refuse('minutes-open', { parties: unconfirmedOf(session).join(',') });
  const from = lockableFrom(session);
  if (now < from) return refuse('not-yet', { from });
  return moved(
    session,
    'lock-without',
    now,
    { minutes: { ...minutes, lockedWithout: party, fingerprint: fingerprint(minutes.words), lockedAt: now } },
    { kind: 'minutes-locked-without', words: reason, facts: { version: minutes.version, without: party } },
  );
};

/** A party says what is wrong; the minutes go back to the chair, and what it confirmed before is taken back. */
export const minutesDisputed = (session: CouncilSession, personId: string, reason: string, now: number) => {
  const party = partyOf(session, personId);
  const { minutes } = session;
  if (party === undefined || minutes === undefined) return refuse('not-a-delegate');
  const confirmations = minutes.confirmations.filter((one) => one.party !== party);
  const withParty = (parties: readonly Party[] = []): Party[] => [...new Set([...parties, party])];
  return moved(
    session,
    'dispute-minutes',
    now,
    {
      minutes: {
        ...minutes,
        confirmations,
        disputedBy: withParty(minutes.disputedBy),
        contestedBy: withParty(minutes.contestedBy),
      },
    },
    { kind: 'minutes-disputed', party, words: reason },
  );
};
