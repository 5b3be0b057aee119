import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import { parentOf } from '../district/place';
import type { Identity } from '../people/role';
import { inTerm } from '../people/role';
import type { NeedKind } from './kinds';
import { PARTY_BODY_ROLES, PARTY_PLACE_ROLES, speaksAs } from './seats';
import type { Seat } from './seats';
import type { CouncilSession } from './session';
import { unconfirmedOf } from './session-rules';
import type { Topic } from './topic';

export interface Need {
  readonly kind: NeedKind;
  /** Whose desk: see `scopesOf`. */
  readonly scope: string;
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

const convener = (compoundId: string): string => `convener/${parentOf(compoundId) ?? compoundId}`;

const bodyScope = (bodyId: string): string => `body/${bodyId}`;
const placeScope = (party: Party, compoundId: string): string =>
  `${party}/${party === 'committee-of-residents' ? (parentOf(compoundId) ?? compoundId) : compoundId}`;

/** The desk of a party in a compound: the residents' committee has one for its community, a body its own. */
export const partyScope = (seats: readonly Seat[], party: Party, compoundId: string): string => {
  const speaking = speaksAs(seats, party);
  const bodyId = seats.find((seat) => seat.party === speaking)?.bodyId;
  return speaking === 'property-company' ? bodyScope(bodyId ?? '') : placeScope(speaking, compoundId);
};

/** Every desk at which a party's work in a compound may lie, whichever of these bodies holds which seat. */
export const partyScopes = (compoundId: string, bodyIds: readonly string[]): string[] => [
  ...bodyIds.map(bodyScope),
  ...PARTIES.filter((party) => party !== 'property-company').map((party) => placeScope(party, compoundId)),
];

/** The desks at which somebody sits. */
export const scopesOf = ({ personId, grants }: Identity, now: number): string[] => {
  const places = Object.entries(PARTY_PLACE_ROLES);
  const own = grants
    .filter((grant) => inTerm(grant, now))
    .flatMap(({ role, placeId, organisationId }) => [
      ...(role === 'community-secretary' && placeId !== undefined ? [`convener/${placeId}`] : []),
      ...(placeId === undefined
        ? []
        : places.filter(([, roles]) => roles.includes(role)).map(([party]) => `${party}/${placeId}`)),
      ...(organisationId !== undefined && PARTY_BODY_ROLES.includes(role) ? [`body/${organisationId}`] : []),
    ]);
  return [...new Set([`person/${personId}`, ...own])];
};

/**
 * What a topic needs of whom. A task is its party's, whichever body was there when it was promised: it lies at the
 * desk of who holds the party's seat now.
 */
export const needsOfTopic = (topic: Topic, seats: readonly Seat[]): Need[] => {
  const { compoundId, status } = topic;
  if (status === 'proposed' && topic.screenBy !== undefined)
    return [{ kind: 'screen', scope: convener(compoundId), dueAt: topic.screenBy, dated: true }];
  if (status === 'accepted')
    return [{ kind: 'call-session', scope: convener(compoundId), dueAt: topic.since, dated: false }];
  if (status !== 'carrying-out') return [];
  return topic.tasks
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ id, party, dueAt }) => ({
      kind: 'task' as const,
      scope: partyScope(seats, party, compoundId),
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
        { kind: 'hold-session', scope: chair, dueAt: startsAt, dated: true },
        ...session.delegates
          .filter(({ answer }) => answer === undefined)
          .map(({ personId }) => ({
            kind: 'answer-invitation' as const,
            scope: `person/${personId}`,
            dueAt: startsAt,
            dated: true,
          })),
      ];
    case 'in-session':
    case 'adjourned':
      return [{ kind: 'hold-session', scope: chair, dueAt: session.resumesAt ?? startsAt, dated: true }];
    case 'ended':
      return [{ kind: 'write-minutes', scope: chair, dueAt: session.minutesDueAt ?? session.since, dated: true }];
    case 'confirming':
      return [...new Set(unconfirmedOf(session).map((party) => partyScope(seats, party, compoundId)))].map((scope) => ({
        kind: 'confirm-minutes' as const,
        scope,
        dueAt: session.minutesDueAt ?? session.since,
        dated: true,
      }));
    case 'confirmed':
      // Nothing was agreed: there is nothing to put on notice.
      if (!session.agenda.some(({ state }) => state === 'agreed')) return [];
      return [{ kind: 'publish', scope: chair, dueAt: session.since, dated: false }];
    case 'on-notice':
      return session.openObjections.length === 0
        ? []
        : [{ kind: 'answer-objection', scope: chair, dueAt: session.notice?.endsAt ?? session.since, dated: true }];
    case 'failed':
    case 'cancelled':
    case 'in-force':
      return [];
  }
};
