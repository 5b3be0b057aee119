import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { noticeEnd } from './council-rules';
import type { CouncilSession } from './session';
import { moved } from './session-effects';
import type { SessionEffect } from './session-effects';

/** A session's public notice: published, objected to, answered. */

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

/** An objection, signed, by its maker's own phone or handed in on paper. Its revision is its number. */
export const objected = (
  session: CouncilSession,
  {
    words,
    signature,
    onPaper = false,
  }: { readonly words: string; readonly signature: string; readonly onPaper?: boolean },
  now: number,
): SessionEffect | Refusal => {
  if (session.notice === undefined || now >= session.notice.endsAt) return refuse('deadline-passed');
  return moved(
    session,
    onPaper ? 'object-for' : 'object',
    now,
    { openObjections: [...session.openObjections, session.rev + 1], objections: session.objections + 1 },
    { kind: 'objected', words, facts: { signature, ...(onPaper ? { onPaper } : {}) } },
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
