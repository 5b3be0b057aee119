import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import type { Refusal } from '../kernel/refusal';
import { Id, Instant, text } from '../kernel/schema';
import { inTerm } from '../people/role';
import type { Identity, Role } from '../people/role';
import { moreThanHalf } from './assembly-rules';
import { Choice } from './ballot';
import { ownersDecide, reservedOnAgenda } from './reserved-matters';
import { VotingRulesInForce } from './voting-rules';

/**
 * A vote of the owners' committee 业主委员会会议 (业主大会和业主委员会指导规则 arts 38–42): agenda days ahead,
 * more than half attend, more than half of all members agree, nobody votes for another, the result is published
 * within days.
 */
export const COMMITTEE_STATUSES = ['called', 'open', 'closed', 'published', 'cancelled'] as const;
export const CommitteeStatus = z.enum(COMMITTEE_STATUSES);
export type CommitteeStatus = z.output<typeof CommitteeStatus>;

export const COMMITTEE_MOVES = ['attend', 'open', 'state', 'close', 'publish', 'cancel'] as const;
export type CommitteeMove = (typeof COMMITTEE_MOVES)[number];

/** One table for screens, servers and the write's own condition. */
export const COMMITTEE_LIFECYCLE = {
  called: { attend: 'same', open: 'open', cancel: 'cancelled' },
  open: { attend: 'same', state: 'same', close: 'closed' },
  closed: { publish: 'published' },
  published: {},
  cancelled: {},
} as const satisfies Record<CommitteeStatus, Partial<Record<CommitteeMove, CommitteeStatus | 'same'>>>;

export const nextCommitteeStatus = (status: CommitteeStatus, move: CommitteeMove): CommitteeStatus | undefined => {
  const moves: Partial<Record<CommitteeMove, CommitteeStatus | 'same'>> = COMMITTEE_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

export const CommitteeMatter = z.object({ id: Id, title: text(60), words: text(2000) });

export const CommitteeMember = z.object({ personId: Id, name: z.string(), director: z.boolean() });

export const CommitteeVote = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  fingerprint: z.string(),
  status: CommitteeStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  title: text(60),
  matters: z.array(CommitteeMatter).check(z.minLength(1), z.maxLength(10)),
  venue: text(80),
  calledAt: Instant,
  calledBy: Id,
  meetsAt: Instant,
  rulesInForce: VotingRulesInForce,
  /** Everybody who was a member when it was called; half and more are counted of them. */
  members: z.array(CommitteeMember).check(z.minLength(1), z.maxLength(15)),
  attending: z.array(Id),
  /** By matter, by member. */
  positions: z.record(Id, z.record(Id, Choice)),
  openedAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  publishedAt: z.optional(Instant),
  /** Noted by the clock when the result was not published in its days. */
  lateAt: z.optional(Instant),
});
export type CommitteeVote = z.output<typeof CommitteeVote>;

/** The grants that make somebody a member of a compound's committee. */
export const COMMITTEE_ROLES: readonly Role[] = ['owners-committee-director', 'owners-committee-member'];

export const isMember = ({ members }: Pick<CommitteeVote, 'members'>, personId: string | undefined): boolean =>
  members.some((member) => member.personId === personId);

/**
 * Who takes part: a member when the meeting was called, and still one: who is a member no more (业主大会和业主委员会指导
 * 规则 arts 43, 44) decides nothing. Counted among all members they are nevertheless.
 */
export const takesPart = (
  vote: Pick<CommitteeVote, 'members' | 'compoundId'>,
  { personId, grants }: Pick<Identity, 'personId' | 'grants'>,
  now: number,
): boolean =>
  isMember(vote, personId) &&
  grants.some(
    (grant) => COMMITTEE_ROLES.includes(grant.role) && grant.placeId === vote.compoundId && inTerm(grant, now),
  );

export const COMMITTEE_OUTCOMES = ['passed', 'not-passed', 'no-quorum'] as const;
export type CommitteeOutcome = (typeof COMMITTEE_OUTCOMES)[number];

/** More than half of all members are there. */
export const committeeQuorate = ({ members, attending }: Pick<CommitteeVote, 'members' | 'attending'>): boolean =>
  moreThanHalf(attending.length, members.length);

export interface CommitteeTally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly members: number;
  readonly attending: number;
  readonly outcome: CommitteeOutcome;
}

/** One matter's count: more than half of all members must agree, not of those who came. */
export const committeeTally = (
  vote: Pick<CommitteeVote, 'members' | 'attending' | 'positions'>,
  matterId: string,
): CommitteeTally => {
  const given = Object.values(vote.positions[matterId] ?? {});
  const count = (choice: Choice): number => given.filter((one) => one === choice).length;
  const tally = { for: count('for'), against: count('against'), abstain: count('abstain') };
  const members = vote.members.length;
  const outcome = !committeeQuorate(vote) ? 'no-quorum' : moreThanHalf(tally.for, members) ? 'passed' : 'not-passed';
  return { ...tally, members, attending: vote.attending.length, outcome };
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Until when the result of a meeting that closed at `closedAt` must be published. */
export const committeePublishBy = ({ rulesInForce }: Pick<CommitteeVote, 'rulesInForce'>, closedAt: number): number =>
  closedAt + rulesInForce.rules.committeePublishDays * DAY;

/** When the roll-call ends: a member who is silent keeps nobody's result back. */
export const committeeEndsAt = ({
  meetsAt,
  openedAt = 0,
  rulesInForce,
}: Pick<CommitteeVote, 'meetsAt' | 'openedAt' | 'rulesInForce'>): number =>
  Math.max(meetsAt, openedAt) + rulesInForce.rules.committeeHours * HOUR;

/** A matter of art. 278 on the agenda: the committee may propose it to the owners, and never pass it for them. */
export const committeeProblem = ({
  title,
  matters,
}: {
  readonly title: string;
  readonly matters: readonly { readonly title: string; readonly words: string }[];
}): Refusal | undefined => {
  const reserved = [reservedOnAgenda(title), ...matters.map((one) => reservedOnAgenda(one.title, one.words))].find(
    (matter) => matter !== undefined,
  );
  return reserved && ownersDecide(reserved);
};

/** The earliest a meeting called at `now` may be. */
export const earliestMeeting = ({ rules }: CommitteeVote['rulesInForce'], now: number): number =>
  now + rules.agendaDays * DAY;

/** The deadline the clock looks after: a roll-call that ends, then a result that nobody publishes. */
export const committeeDeadline = (
  vote: Pick<CommitteeVote, 'status' | 'meetsAt' | 'openedAt' | 'closedAt' | 'lateAt' | 'rulesInForce'>,
): number | undefined =>
  vote.status === 'open'
    ? committeeEndsAt(vote)
    : vote.status === 'closed' && vote.closedAt !== undefined && vote.lateAt === undefined
      ? committeePublishBy(vote, vote.closedAt)
      : undefined;

export const COMMITTEE_STEPS = [
  'called',
  'attended',
  'opened',
  'stated',
  'closed',
  'published',
  'publication-late',
  'cancelled',
] as const;
export type CommitteeStep = (typeof COMMITTEE_STEPS)[number];
