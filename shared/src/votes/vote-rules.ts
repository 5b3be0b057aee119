import type { Action } from '../kernel/authority';
import { earliestClose, earliestOpening } from './voting-rules';
import type { VotingRules } from './voting-rules';
import type { Vote, VoteStatus } from './vote';

/**
 * The life of an assembly vote. One table: screens show buttons by it, the server refuses by it, and the write
 * repeats it as a condition. Moves of people first, then those of the clock and of the ballots' jobs.
 */
export const VOTE_MOVES = [
  'amend',
  'withdraw',
  'sign',
  'call-nominations',
  'nominate',
  'check-nomination',
  'publish',
  'correct-roll',
  'assign-callers',
  'extend',
  'object',
  'answer-objection',
] as const;
export type VoteMove = (typeof VOTE_MOVES)[number];

export const VOTE_EVENTS = [
  'lapse',
  'demand',
  'close-nominations',
  'open',
  'opened',
  'close',
  'sealed',
  'counted',
  'tallied',
] as const;
export type VoteEvent = (typeof VOTE_EVENTS)[number];

export const VOTE_LIFECYCLE = {
  draft: {
    amend: 'same',
    withdraw: 'withdrawn',
    'call-nominations': 'nominating',
    // What was nominated in time may be checked after the time.
    'check-nomination': 'same',
    publish: 'on-notice',
  },
  // Owners gather a fifth of all heads; then it is the committee's to prepare.
  collecting: { amend: 'same', withdraw: 'withdrawn', sign: 'same', demand: 'draft', lapse: 'withdrawn' },
  nominating: { nominate: 'same', 'check-nomination': 'same', withdraw: 'withdrawn', 'close-nominations': 'draft' },
  'on-notice': { withdraw: 'withdrawn', 'correct-roll': 'same', 'assign-callers': 'same', open: 'opening' },
  // Until its ballots begin to be made, and no longer: an opening for which the roll is not as announced has an end.
  opening: { withdraw: 'withdrawn', 'assign-callers': 'same', opened: 'open' },
  open: { 'assign-callers': 'same', extend: 'same', close: 'sealing' },
  // With paper in the box it is counted by people; without, at once by the machine.
  sealing: { sealed: 'counting' },
  counting: { counted: 'tallying' },
  tallying: { tallied: 'published' },
  published: { object: 'same', 'answer-objection': 'same' },
  withdrawn: {},
} as const satisfies Record<VoteStatus, Partial<Record<VoteMove | VoteEvent, VoteStatus | 'same'>>>;

/** The action of the authority table behind each move. */
export const VOTE_MOVE_ACTION = {
  amend: 'vote.prepare',
  withdraw: 'vote.prepare',
  sign: 'vote.petition',
  'call-nominations': 'vote.prepare',
  nominate: 'vote.nominate',
  'check-nomination': 'vote.check-nomination',
  publish: 'vote.prepare',
  'correct-roll': 'vote.correct-roll',
  'assign-callers': 'vote.prepare',
  extend: 'vote.prepare',
  object: 'vote.object',
  'answer-objection': 'vote.prepare',
} as const satisfies Record<VoteMove, Action>;

/** Where `move` leads from `status`; undefined if it is not lawful there. */
export const nextVoteStatus = (status: VoteStatus, move: VoteMove | VoteEvent): VoteStatus | undefined => {
  const moves: Partial<Record<VoteMove | VoteEvent, VoteStatus | 'same'>> = VOTE_LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

/** Owners sign until the announced end, whenever the clock comes to look. */
export const petitionRuns = ({ petition }: Pick<Vote, 'petition'>, now: number): boolean =>
  petition !== undefined && now < petition.until;

/** Statuses in which ballots are sealed: nobody may learn a choice. */
export const CHOICES_SEALED: readonly VoteStatus[] = ['opening', 'open', 'sealing', 'counting', 'tallying'];

/** The next thing that happens by the clock. */
export interface VoteDeadline {
  readonly kind: 'petition-ends' | 'nominations-end' | 'open' | 'close' | 'challenge-ends';
  readonly at: number;
}

export const voteDeadline = (
  vote: Pick<Vote, 'status' | 'petition' | 'nominateUntil' | 'opensAt' | 'closesAt' | 'publishedAt' | 'rulesInForce'>,
): VoteDeadline | undefined => {
  const due = (kind: VoteDeadline['kind'], at: number | undefined): VoteDeadline | undefined =>
    at === undefined ? undefined : { kind, at };
  switch (vote.status) {
    case 'collecting':
      return due('petition-ends', vote.petition?.until);
    case 'nominating':
      return due('nominations-end', vote.nominateUntil);
    case 'on-notice':
      return due('open', vote.opensAt);
    case 'open':
      return due('close', vote.closesAt);
    case 'draft':
    case 'opening':
    case 'sealing':
    case 'counting':
    case 'tallying':
    case 'published':
    case 'withdrawn':
      return undefined;
  }
};

/** A time that the notice may not name, and the earliest that it may. */
export type TimeProblem = { readonly why: 'opens-too-early' | 'closes-too-early'; readonly earliest: number };

/** Notice days before the opening (物业管理条例 art. 14), voting days before the close; undefined if both hold. */
export const timeProblem = (
  rules: VotingRules,
  times: { readonly opensAt: number; readonly closesAt: number },
  now: number,
): TimeProblem | undefined => {
  const opening = earliestOpening(rules, now);
  if (times.opensAt < opening) return { why: 'opens-too-early', earliest: opening };
  const closing = earliestClose(rules, times.opensAt);
  return times.closesAt < closing ? { why: 'closes-too-early', earliest: closing } : undefined;
};

/** How many days an announced result can be challenged at the most; nothing of the vote is deleted before. */
export const challengeEnd = ({ rules }: Vote['rulesInForce'], publishedAt: number): number =>
  publishedAt + rules.challengeDays * 86_400_000;
