import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { answered, moved } from './effect';
import type { Changes, Effect, Named } from './effect';
import type { Request, Visit } from './request';
import { DEFAULT_TERMS, leftAt } from './request-rules';
import type { RequestTerms } from './request-rules';

/** What those who do the work do. */

export const taken = (request: Request, by: Named): Effect | Refusal =>
  request.assigneeId !== undefined && request.assigneeId !== by.id
    ? refuse('already-held', { holderName: request.holderName, assigneeName: request.assigneeName ?? '' })
    : moved(
        request,
        'take',
        { assigneeId: by.id, assigneeName: by.name },
        { kind: 'taken', facts: { assigneeName: by.name } },
      );

export const started = (request: Request, now: number): Effect | Refusal =>
  moved(request, 'start', answered(request, now), { kind: 'started' });

export const visitPlanned = (
  request: Request,
  visit: Visit,
  now: number,
  terms: RequestTerms = DEFAULT_TERMS,
): Effect | Refusal => {
  if (visit.from >= visit.until || visit.until <= now) return refuse('until-not-future', { field: 'visit' });
  const latest = now + terms.longestPause;
  if (visit.until > latest) {
    return refuse('invalid-input', { part: 'body', field: 'visit.until', problem: 'too_late', latest });
  }
  const { from, until } = visit;
  return moved(request, 'plan-visit', { visit }, { kind: 'visit-planned', facts: { from, until } });
};

/** The clock that runs: to resolve, or when that is missed, to the next level. */
export const runningClock = (request: Request): number =>
  request.overdueSince === undefined ? request.dueAt : (request.escalateAt ?? request.dueAt);

/** Puts the running clock to `at`. */
const clockAt = (request: Request, at: number): Changes =>
  request.overdueSince === undefined ? { dueAt: at } : { escalateAt: at };

/** The clock stands; what was left of it is kept. */
export const paused = (
  request: Request,
  given: { readonly reason: string; readonly until: number },
  now: number,
  terms: RequestTerms = DEFAULT_TERMS,
): Effect | Refusal => {
  const { reason, until } = given;
  if (until <= now) return refuse('until-not-future', { field: 'until' });
  const latest = now + terms.longestPause;
  if (until > latest) return refuse('invalid-input', { part: 'body', field: 'until', problem: 'too_late', latest });
  const leftMs = leftAt(runningClock(request), now);
  return moved(
    request,
    'pause',
    { pausedUntil: until, pauseReason: reason, leftMs, ...clockAt(request, until + leftMs) },
    { kind: 'paused', words: reason, facts: { until } },
  );
};

/** The clock goes on with exactly what was left. */
export const resumed = (request: Request, now: number, byItself = false): Effect | Refusal =>
  moved(
    request,
    'resume',
    {
      pausedUntil: undefined,
      pauseReason: undefined,
      leftMs: undefined,
      ...clockAt(request, now + (request.leftMs ?? 0)),
    },
    { kind: 'resumed', facts: byItself ? { byItself } : {} },
  );

export const quoted = (
  request: Request,
  given: { readonly fen: number; readonly words: string },
  now: number,
): Effect | Refusal =>
  moved(
    request,
    'quote',
    { quote: { ...given, state: 'open', at: now } },
    { kind: 'quoted', words: given.words, facts: { fen: given.fen } },
  );

/**
 * Done, with proof: words always, and a photo taken after for whatever lies outside a home. In a home words
 * do, because nobody must let their rooms be photographed. An unanswered price stands in the way.
 */
export const resolved = (
  request: Request,
  given: { readonly words: string; readonly before: readonly string[]; readonly after: readonly string[] },
  now: number,
): Effect | Refusal => {
  const { words, before, after } = given;
  const effect = moved(
    request,
    'resolve',
    { proof: { words, before: [...before], after: [...after] }, resolvedAt: now },
    { kind: 'resolved', words, photos: [...before, ...after], facts: { before: before.length } },
  );
  if ('refused' in effect) return effect;
  if (request.quote?.state === 'open') return refuse('quote-not-open', { state: 'open' });
  if (request.homeId === undefined && after.length === 0) return refuse('proof-needed', { needed: 'after' });
  return effect;
};
