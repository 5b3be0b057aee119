import { isoDate } from '../kernel/time';
import type { Effect } from './effect';
import type { Request } from './request';

/**
 * What each step adds to the figures of the organisation that holds the request, by Shanghai day. Every step
 * is stored once with its request's revision, so adding each step once makes the figures exact. Only steps
 * count, never what anybody says of themselves.
 *
 * - `firstAnswersDue`, `answeredInTime`: on the day of the first-answer deadline, when it is met or missed
 * - `promisesDue`, `promisesKept`: on the day a round is resolved in time, or of the deadline it missed
 * - `confirmed`, `outcomesAnswered`, `satisfied`, `satisfactionAnswered`: on the day the resident answered
 * - `unanswered`: on the day of the resolution; taken back on that same day when the answer comes
 */
export const FIGURES = [
  'answeredInTime',
  'firstAnswersDue',
  'promisesKept',
  'promisesDue',
  'confirmed',
  'outcomesAnswered',
  'satisfied',
  'satisfactionAnswered',
  'unanswered',
] as const;
export type Figure = (typeof FIGURES)[number];

/** One addition: whose, which day (`2026-11-23`), what, how much. */
export interface Count {
  readonly organisationId: string;
  readonly day: string;
  readonly figure: Figure;
  readonly by: number;
}

const firstAnswer = (before: Request, after: Request): Partial<Record<Figure, number>> => {
  // Passing on is the old holder's answer, although the new holder's clock starts at once.
  const handedOn = before.holderId !== after.holderId && before.firstAnsweredAt === undefined;
  const answeredNow = before.firstAnsweredAt === undefined && after.firstAnsweredAt !== undefined;
  const missedNow = before.firstAnswerMissedAt === undefined && after.firstAnswerMissedAt !== undefined;
  if (before.firstAnswerMissedAt !== undefined || !(handedOn || answeredNow || missedNow)) return {};
  return { firstAnswersDue: 1 };
};

const outcomeOf = (after: Request, { event }: Effect): 'confirmed' | 'half-fixed' | 'reopened' | undefined => {
  if (event.facts?.['byHolder'] === true || event.facts?.['objection'] === true) return undefined;
  if (event.kind === 'called-back' && event.facts?.['outcome'] === undefined) return undefined;
  if (!['confirmed', 'half-fixed', 'reopened', 'called-back'].includes(event.kind)) return undefined;
  const { status } = after;
  return status === 'confirmed' || status === 'half-fixed' || status === 'reopened' ? status : undefined;
};

/** The additions of the step that led from `before` to `after` at `now`. */
export const countsOf = (before: Request, after: Request, effect: Effect, now: number): Count[] => {
  const organisationId = before.holderId;
  const counts: Count[] = [];
  const add = (at: number, figures: Partial<Record<Figure, number>>): void => {
    for (const figure of FIGURES) {
      const by = figures[figure] ?? 0;
      if (by !== 0) counts.push({ organisationId, day: isoDate(at), figure, by });
    }
  };
  const due = firstAnswer(before, after);
  if (due.firstAnswersDue === 1) {
    const inTime = after.firstAnswerMissedAt === undefined && now <= before.firstAnswerDueAt;
    add(before.firstAnswerDueAt, { ...due, answeredInTime: inTime ? 1 : 0 });
  }
  if (before.overdueSince === undefined && after.overdueSince !== undefined) {
    add(after.overdueSince, { promisesDue: 1 });
  }
  if (effect.event.kind === 'resolved') {
    const late = now > before.dueAt;
    if (before.overdueSince === undefined) {
      add(late ? before.dueAt : now, { promisesDue: 1, promisesKept: late ? 0 : 1 });
    }
    add(now, { unanswered: 1 });
  }
  const outcome = outcomeOf(after, effect);
  if (outcome !== undefined) {
    const { satisfied } = after;
    add(now, {
      outcomesAnswered: 1,
      confirmed: outcome === 'confirmed' ? 1 : 0,
      ...(satisfied === undefined ? {} : { satisfactionAnswered: 1, satisfied: satisfied ? 1 : 0 }),
    });
    add(before.resolvedAt ?? now, { unanswered: -1 });
  }
  return counts;
};
