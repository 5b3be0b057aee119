import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { answered, moved, union } from './effect';
import type { Effect, Named } from './effect';
import type { Request } from './request';
import { DEFAULT_TERMS, firstAnswerDue } from './request-rules';

/** What the holder's desk does. Each: the request, what was given, when; answers the effect or a refusal. */

export const accepted = (request: Request, now: number): Effect | Refusal =>
  moved(request, 'accept', answered(request, now), { kind: 'accepted' });

export const assigned = (request: Request, to: Named, now: number): Effect | Refusal =>
  moved(
    request,
    'assign',
    { ...answered(request, now), assigneeId: to.id, assigneeName: to.name },
    { kind: 'assigned', facts: { assigneeName: to.name } },
  );

export const declined = (request: Request, reason: string, now: number): Effect | Refusal =>
  moved(request, 'decline', { ...answered(request, now), closedReason: reason }, { kind: 'declined', words: reason });

/** A new holder begins with nobody handed out, no appointment, no price, and its own time for a first answer. */
export const handedTo = (request: Request, to: Named, now: number) => ({
  holderId: to.id,
  holderName: to.name,
  passedBy: union(request.passedBy, [request.holderId]),
  assigneeId: undefined,
  assigneeName: undefined,
  visit: undefined,
  quote: undefined,
  firstAnswerDueAt: firstAnswerDue(request.urgency, now),
  firstAnsweredAt: undefined,
  firstAnswerMissedAt: undefined,
});

/**
 * Not ours: it moves to `to`, named by whoever passes it on. It never goes back by itself to one who passed
 * it on (`passed-before`, with the residents' committee to give it to instead). The committee itself decides
 * (`decides`) and may give it to anyone. The first holder stays answerable and the deadline to resolve stands.
 */
export const passedOn = (
  request: Request,
  given: {
    readonly to: Named;
    readonly reason: string;
    readonly decides: boolean;
    readonly committee?: Named | undefined;
  },
  now: number,
): Effect | Refusal => {
  const { to, reason, decides, committee } = given;
  if (to.id === request.holderId) return refuse('holder-same', { organisationName: to.name });
  if (!decides && request.passedBy.includes(to.id)) {
    const free = committee !== undefined && ![...request.passedBy, request.holderId].includes(committee.id);
    return refuse('passed-before', {
      organisationName: to.name,
      ...(free ? { offerOrganisationId: committee.id, offerOrganisationName: committee.name } : {}),
    });
  }
  return moved(request, 'pass-on', handedTo(request, to, now), {
    kind: 'passed-on',
    words: reason,
    facts: { fromName: request.holderName, toName: to.name, holderId: to.id },
  });
};

/**
 * The property company of a compound changed: what the old one had open is the next one's. Nobody passed it on, so
 * it counts against nobody, and the old one answers for it no longer. What is paused stays paused; the deadline to
 * resolve stands.
 */
export const handedOver = (request: Request, to: Named, now: number): Effect => ({
  changes: {
    ...handedTo(request, to, now),
    passedBy: request.passedBy,
    answerableIds: union(
      request.answerableIds.filter((id) => id !== request.holderId),
      [to.id],
    ),
    ...(request.status === 'paused' ? {} : { status: 'passed-on' as const }),
  },
  event: {
    kind: 'passed-on',
    facts: { fromName: request.holderName, toName: to.name, holderId: to.id },
  },
});

export const markedDuplicate = (
  request: Request,
  of: Pick<Request, 'id' | 'number'>,
  now: number,
): Effect | Refusal => {
  if (of.id === request.id) return refuse('duplicate-of-itself');
  return moved(
    request,
    'mark-duplicate',
    { ...answered(request, now), duplicateOf: of.id },
    { kind: 'marked-duplicate', facts: { of: of.id, number: of.number } },
  );
};

/** Staff bring it to the next level now; undefined `above`: there is none. */
export const escalatedBy = (request: Request, above: Named | undefined, reason: string, now: number) =>
  above === undefined
    ? refuse('move-not-allowed', { status: request.status, rev: request.rev, top: true })
    : moved(
        request,
        'escalate',
        { ...raised(request, above, now), ...nextStep(request, now) },
        {
          kind: 'escalated',
          words: reason,
          facts: {
            organisationId: above.id,
            organisationName: above.name,
            level: (request.escalation?.level ?? 0) + 1,
          },
        },
      );

const nextStep = (request: Request, now: number) =>
  request.overdueSince === undefined || request.status === 'paused'
    ? {}
    : { escalateAt: now + DEFAULT_TERMS.escalateEvery };

/** One level up: that organisation becomes answerable too; the holder stays. */
export const raised = (request: Request, above: Named, now: number) => ({
  escalation: {
    level: (request.escalation?.level ?? 0) + 1,
    organisationId: above.id,
    organisationName: above.name,
    at: now,
  },
  answerableIds: union(request.answerableIds, [above.id]),
});
