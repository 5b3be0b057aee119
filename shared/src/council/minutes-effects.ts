import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { reservedDecision } from './reserved-matters';
import { speaksAs } from './seats';
import type { CouncilSession } from './session';
import { moved } from './session-effects';
import type { SessionEffect } from './session-effects';
import { confirmableFor, partyOf, unconfirmedOf } from './session-rules';
import { ownersDecide } from './topic-effects';

/** What becomes of a session's minutes, from the draft to the lock. */

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
    { minutes: { ...minutes, words, version, confirmations: [] } },
    { kind: 'minutes-edited', words, facts: { version } },
  );
};

export const minutesSent = (session: CouncilSession, now: number) =>
  moved(session, 'send-minutes', now, {}, { kind: 'minutes-sent', facts: { version: session.minutes?.version ?? 1 } });

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

/** A party says what is wrong; the minutes go back to the chair, and what it confirmed before is taken back. */
export const minutesDisputed = (session: CouncilSession, personId: string, reason: string, now: number) => {
  const party = partyOf(session, personId);
  const { minutes } = session;
  if (party === undefined || minutes === undefined) return refuse('not-a-delegate');
  const confirmations = minutes.confirmations.filter((one) => one.party !== party);
  const disputedBy = [...new Set([...(minutes.disputedBy ?? []), party])];
  return moved(
    session,
    'dispute-minutes',
    now,
    { minutes: { ...minutes, confirmations, disputedBy } },
    { kind: 'minutes-disputed', party, words: reason },
  );
};
