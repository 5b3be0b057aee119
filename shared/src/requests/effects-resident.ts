import { isRefusal, refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { answered, moved } from './effect';
import type { Changes, Effect, Named } from './effect';
import { handedTo, raised } from './effects-desk';
import type { Request } from './request';
import { DEFAULT_TERMS, nextStatus, resolveDue } from './request-rules';
import type { RequestTerms } from './request-rules';

/** What the people who asked, and those who ask them back, do. */

interface Said {
  readonly words?: string | undefined;
  readonly photos?: readonly string[];
}

export const priceAnswered = (request: Request, isAccepted: boolean): Effect | Refusal => {
  const { quote } = request;
  const state = isAccepted ? 'accepted' : 'refused';
  const effect = moved(
    request,
    'answer-quote',
    { quote: quote && { ...quote, state } },
    { kind: 'quote-answered', facts: { accepted: isAccepted } },
  );
  if (isRefusal(effect)) return effect;
  return quote?.state === 'open' ? effect : refuse('quote-not-open', { state: quote?.state ?? 'none' });
};

export const confirmed = (
  request: Request,
  given: { readonly satisfied: boolean; readonly words?: string | undefined },
  now: number,
): Effect | Refusal =>
  moved(
    request,
    'confirm',
    { satisfied: given.satisfied, answeredAt: now },
    { kind: 'confirmed', words: given.words, facts: { satisfied: given.satisfied } },
  );

/** Another round begins with a fresh deadline; what the last one proved stays in the timeline. */
const newRound = (request: Request, now: number): Changes => ({
  round: request.round + 1,
  dueAt: resolveDue(request.urgency, now),
  overdueSince: undefined,
  escalateAt: undefined,
  resolvedAt: undefined,
  proof: undefined,
  satisfied: undefined,
  closedReason: undefined,
  visit: undefined,
  quote: undefined,
});

export const halfFixed = (request: Request, { words, photos = [] }: Said, now: number): Effect | Refusal =>
  moved(request, 'half-fix', { ...newRound(request, now), answeredAt: now }, { kind: 'half-fixed', words, photos });

/**
 * Not fixed: another round. Against a decline it is an objection: it goes one level up, and `above` holds it
 * from then on and decides who does it (the first holder stays answerable). Without a level above it comes
 * back to who declined.
 */
export const reopened = (
  request: Request,
  { words, photos = [], above }: Said & { readonly above?: Named | undefined },
  now: number,
): Effect | Refusal => {
  const objection = request.status === 'declined';
  const up =
    objection && above !== undefined ? { ...raised(request, above, now), ...handedTo(request, above, now) } : {};
  return moved(
    request,
    'reopen',
    { ...newRound(request, now), ...(objection ? {} : { answeredAt: now }), ...up },
    {
      kind: 'reopened',
      words,
      photos,
      facts: objection ? { objection, ...(above === undefined ? {} : { organisationName: above.name }) } : {},
    },
  );
};

export const withdrawn = (request: Request): Effect | Refusal => moved(request, 'withdraw', {}, { kind: 'withdrawn' });

export const replied = (
  request: Request,
  { words, photos = [] }: Said,
  byHolder: boolean,
  now: number,
): Effect | Refusal =>
  moved(request, 'reply', byHolder && request.status !== 'declined' ? answered(request, now) : {}, {
    kind: 'replied',
    words,
    photos,
  });

export const nudged = (request: Request, now: number, terms: RequestTerms = DEFAULT_TERMS): Effect | Refusal => {
  const retryAt = (request.lastNudgedAt ?? -Infinity) + terms.nudgeEvery;
  return retryAt > now
    ? refuse('nudge-too-soon', { retryAt })
    : moved(request, 'nudge', { nudges: request.nudges + 1, lastNudgedAt: now }, { kind: 'nudged' });
};

export const joined = (request: Request, personId: string | undefined): Effect | Refusal =>
  personId !== undefined && personId === request.filerId
    ? refuse('own-request')
    : moved(request, 'join', { joined: request.joined + 1 }, { kind: 'joined' });

export interface CalledBack {
  readonly reached: boolean;
  readonly outcome?: 'confirmed' | 'half-fixed' | 'reopened' | undefined;
  readonly satisfied?: boolean | undefined;
  readonly words?: string | undefined;
}

/**
 * What the resident said on the phone. Not reached: nothing changes, and silence counts as nothing. A call
 * by the holder's own people (`byHolder`) moves the request but is no answer for the rates.
 */
export const calledBack = (request: Request, said: CalledBack, byHolder: boolean, now: number): Effect | Refusal => {
  const { reached, outcome, satisfied, words } = said;
  const facts = { reached, byHolder, ...(satisfied === undefined ? {} : { satisfied }) };
  const heard = moved(request, 'call-back', {}, { kind: 'called-back', words, facts });
  if (isRefusal(heard) || !reached) return heard;
  if (outcome === undefined || (outcome === 'confirmed' && satisfied === undefined)) {
    return refuse('answers-incomplete', { field: outcome === undefined ? 'outcome' : 'satisfied' });
  }
  const verb = ({ confirmed: 'confirm', 'half-fixed': 'half-fix', reopened: 'reopen' } as const)[outcome];
  const status = nextStatus(request.status, verb) ?? request.status;
  const changes: Changes =
    outcome === 'confirmed' ? { satisfied, answeredAt: now } : { ...newRound(request, now), answeredAt: now };
  return { changes: { ...changes, status }, event: { kind: 'called-back', words, facts: { ...facts, outcome } } };
};
