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

/** One level up; the next one, if there is one, when as much time has passed again. */
const escalateOnce = (request: Request, now: number, levels: readonly Named[], terms: RequestTerms): Effect => {
  const [above, further] = levels;
  if (above === undefined) {
    return { changes: { escalateAt: undefined }, event: { kind: 'overdue', facts: { deadline: 'escalate' } } };
  }
  return {
    changes: {
      ...raised(request, above, now),
      escalateAt: further === undefined ? undefined : now + terms.escalateEvery,
    },
    event: {
      kind: 'escalated',
      facts: {
        organisationId: above.id,
        organisationName: above.name,
        level: (request.escalation?.level ?? 0) + 1,
        byItself: true,
      },
    },
  };
};

/**
 * What `deadline` does at `now`; `levels` are the organisations above that it was not yet brought to, lowest
 * first. A missed resolution is marked, and due to be escalated at once. Undefined for `words`, which is no
 * step of the request's life.
 */
export const whenDue = (
  request: Request,
  deadline: Deadline,
  now: number,
  levels: readonly Named[],
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
      return {
        changes: { overdueSince: request.dueAt, escalateAt: levels.length === 0 ? undefined : now },
        event: { kind: 'overdue', facts: { deadline: 'resolve', dueAt: request.dueAt } },
      };
    case 'escalate':
      return escalateOnce(request, now, levels, terms);
  }
};
