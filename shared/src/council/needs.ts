import type { Party } from '../district/organisation';
import { parentOf } from '../district/place';
import type { Identity } from '../people/role';
import { inTerm } from '../people/role';
import type { NeedKind } from './kinds';
import { desksOf, officesOf, speaksAs } from './seats';
import type { Seat } from './seats';
import type { CouncilSession } from './session';
import { unconfirmedOf } from './session-rules';
import type { Topic } from './topic';

export interface Need {
  readonly kind: NeedKind;
  /** At whose desks it lies: see `scopesOf`. */
  readonly scopes: readonly string[];
  /** By when; the row stands by it. What has no date stands by when it began to wait. */
  readonly dueAt: number;
  readonly dated: boolean;
  readonly taskId?: string;
}

interface Waiting {
  readonly dueAt?: number | undefined;
  readonly since?: number | undefined;
}
/** What has a date goes before what only waits: late or soon first, then what has waited longest. */
export const byDue = (a: Waiting, b: Waiting): number => {
  const [first = Infinity, second = Infinity] = [a.dueAt, b.dueAt];
  return first === second ? (a.since ?? 0) - (b.since ?? 0) : first - second;
};

const convener = (compoundId: string): string[] => [`convener/${parentOf(compoundId) ?? compoundId}`];
const person = (personId: string): string => `person/${personId}`;
const partyDesks = (seats: readonly Seat[], party: Party, compoundId: string): string[] =>
  officesOf(seats, party, compoundId).map(({ desk }) => desk);
/** Whom a party named in place of its own people acts for it as long as the session lasts. */
const substitutesOf = ({ seats, delegates }: CouncilSession, party: Party): string[] =>
  delegates
    .filter((one) => one.substitute && speaksAs(seats, one.party) === party)
    .map(({ personId }) => person(personId));

/** The desks at which somebody sits. */
export const scopesOf = ({ personId, grants }: Identity, now: number): string[] => {
  const own = grants
    .filter((grant) => inTerm(grant, now))
    .flatMap((grant) => [
      ...(grant.role === 'community-secretary' && grant.placeId !== undefined ? [`convener/${grant.placeId}`] : []),
      ...desksOf(grant),
    ]);
  return [...new Set([person(personId), ...own])];
};

/**
 * What a topic needs of whom. A task is its party's, whichever body was there when it was promised: it lies at the
 * desks of who holds the party's seat now.
 */
export const needsOfTopic = (topic: Topic, seats: readonly Seat[]): Need[] => {
  const { compoundId, status } = topic;
  if (status === 'proposed' && topic.screenBy !== undefined)
    return [{ kind: 'screen', scopes: convener(compoundId), dueAt: topic.screenBy, dated: true }];
  if (status === 'accepted')
    return [{ kind: 'call-session', scopes: convener(compoundId), dueAt: topic.since, dated: false }];
  // Its proposer may leave it unanswered, but not those who were merged into it: see `moveRefused`.
  if (status === 'returned' && topic.mergedFrom.length > 0)
    return [{ kind: 'screen', scopes: convener(compoundId), dueAt: topic.since, dated: false }];
  if (status !== 'carrying-out') return [];
  return topic.tasks
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ id, party, dueAt }) => ({
      kind: 'task' as const,
      scopes: partyDesks(seats, party, compoundId),
      dueAt,
      dated: true,
      taskId: id,
    }));
};

export const needsOfSession = (session: CouncilSession): Need[] => {
  const { compoundId, seats, startsAt } = session;
  const chair = convener(compoundId);
  switch (session.status) {
    case 'called':
      return [
        { kind: 'hold-session', scopes: chair, dueAt: startsAt, dated: true },
        ...session.delegates
          .filter(({ answer }) => answer === undefined)
          .map(({ personId }) => ({
            kind: 'answer-invitation' as const,
            scopes: [person(personId)],
            dueAt: startsAt,
            dated: true,
          })),
      ];
    case 'in-session':
    case 'adjourned':
      return [{ kind: 'hold-session', scopes: chair, dueAt: session.resumesAt ?? startsAt, dated: true }];
    case 'ended':
      return [{ kind: 'write-minutes', scopes: chair, dueAt: session.minutesDueAt ?? session.since, dated: true }];
    case 'confirming':
      return unconfirmedOf(session).map((party) => ({
        kind: 'confirm-minutes' as const,
        scopes: [...partyDesks(seats, party, compoundId), ...substitutesOf(session, party)],
        dueAt: session.minutesDueAt ?? session.since,
        dated: true,
      }));
    case 'confirmed':
      // Nothing was agreed: there is nothing to put on notice.
      if (!session.agenda.some(({ state }) => state === 'agreed')) return [];
      return [{ kind: 'publish', scopes: chair, dueAt: session.since, dated: false }];
    case 'on-notice':
      return session.openObjections.length === 0
        ? []
        : [{ kind: 'answer-objection', scopes: chair, dueAt: session.notice?.endsAt ?? session.since, dated: true }];
    case 'failed':
    case 'cancelled':
    case 'in-force':
      return [];
  }
};
