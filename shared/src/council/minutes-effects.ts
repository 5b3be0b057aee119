import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { reservedDecision } from './reserved-matters';
import type { CouncilSession } from './session';
import { moved } from './session-effects';
import type { SessionEffect } from './session-effects';
import { partyOf, unconfirmedOf } from './session-rules';
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
