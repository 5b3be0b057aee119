import { isRefusal } from '../kernel/refusal';
import type { Effect, Named } from './effect';
import { raised } from './effects-desk';
import { resumed } from './effects-work';
import type { Request } from './request';
import { DEFAULT_TERMS, OPEN } from './request-rules';
import type { RequestTerms } from './request-rules';

/**
 * What happens by itself. A request has one next deadline at a time; handling it leads to the next one or to
 * none. However late the handler comes, each missed deadline is one level: the next one counts from the
 * moment this one was handled.
 */
export type DeadlineKind = 'pause-end' | 'words' | 'first-answer' | 'resolve' | 'escalate';
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: number;
}

/** The earliest deadline of a request; undefined when nothing will happen by itself. */
export const nextDeadline = (request: Request, terms: RequestTerms = DEFAULT_TERMS): Deadline | undefined => {
  const all: Deadline[] = [];
  if (request.wordsCheck === 'pending') all.push({ kind: 'words', at: request.filedAt + terms.wordsVerdict });
  if (request.status === 'paused') {
    if (request.pausedUntil !== undefined) all.push({ kind: 'pause-end', at: request.pausedUntil });
  } else if (OPEN.includes(request.status)) {
    const { firstAnsweredAt, firstAnswerMissedAt, firstAnswerDueAt, overdueSince, escalateAt, dueAt } = request;
    if (firstAnsweredAt === undefined && firstAnswerMissedAt === undefined) {
      all.push({ kind: 'first-answer', at: firstAnswerDueAt });
    }
    if (overdueSince === undefined) all.push({ kind: 'resolve', at: dueAt });
    else if (escalateAt !== undefined) all.push({ kind: 'escalate', at: escalateAt });
  }
  return all.sort((a, b) => a.at - b.at)[0];
};

const escalateAgain = (request: Request, now: number, above: Named, terms: RequestTerms): Effect => ({
  changes: { ...raised(request, above, now), escalateAt: now + terms.escalateEvery },
  event: {
    kind: 'escalated',
    facts: { organisationName: above.name, level: (request.escalation?.level ?? 0) + 1, byItself: true },
  },
});

/** Its time to resolve has passed: marked, and one level up where there is one. */
const fallenDue = (request: Request, now: number, above: Named | undefined, terms: RequestTerms): Effect => ({
  changes: {
    overdueSince: request.dueAt,
    ...(above === undefined ? {} : { ...raised(request, above, now), escalateAt: now + terms.escalateEvery }),
  },
  event: {
    kind: 'overdue',
    facts: {
      deadline: 'resolve',
      dueAt: request.dueAt,
      ...(above === undefined ? {} : { organisationName: above.name, level: (request.escalation?.level ?? 0) + 1 }),
    },
  },
});

/**
 * What `deadline` does at `now`; `above` is the organisation of the next level, if there is one. Undefined
 * for `words`, which is no step of the request's life.
 */
export const whenDue = (
  request: Request,
  deadline: Deadline,
  now: number,
  above: Named | undefined,
  terms: RequestTerms = DEFAULT_TERMS,
): Effect | undefined => {
  switch (deadline.kind) {
    case 'words':
      return undefined;
    case 'pause-end': {
      const effect = resumed(request, now, true);
      return isRefusal(effect) ? undefined : effect;
    }
    case 'first-answer':
      return {
        changes: { firstAnswerMissedAt: now },
        event: { kind: 'overdue', facts: { deadline: 'first-answer', dueAt: request.firstAnswerDueAt } },
      };
    case 'resolve':
      return fallenDue(request, now, above, terms);
    case 'escalate':
      return above === undefined
        ? { changes: { escalateAt: undefined }, event: { kind: 'escalated', facts: { top: true, byItself: true } } }
        : escalateAgain(request, now, above, terms);
  }
};
