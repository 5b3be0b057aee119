import type { Action } from '../kernel/authority';
import { DAY, HOUR, MINUTE } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import { STATUSES } from './request';
import type { Status, Urgency } from './request';

/**
 * The life of a service request (product rules §5). One table: screens show buttons by it, the server
 * refuses by it, and the write repeats it as a condition.
 */
export const MOVES = [
  'accept',
  'assign',
  'take',
  'start',
  'plan-visit',
  'pause',
  'resume',
  'quote',
  'answer-quote',
  'resolve',
  'confirm',
  'half-fix',
  'reopen',
  'decline',
  'pass-on',
  'mark-duplicate',
  'withdraw',
  'reply',
  'nudge',
  'join',
  'call-back',
  'escalate',
] as const;
export type Move = (typeof MOVES)[number];

const TALK = { reply: 'same', nudge: 'same', join: 'same', escalate: 'same' } as const;
const DESK = {
  accept: 'accepted',
  assign: 'accepted',
  decline: 'declined',
  'pass-on': 'passed-on',
  'mark-duplicate': 'duplicate',
} as const;

/** Status → the moves it allows and where each leads; `same` keeps the status. */
export const LIFECYCLE = {
  submitted: { ...DESK, ...TALK, withdraw: 'withdrawn' },
  'passed-on': { ...DESK, ...TALK, withdraw: 'withdrawn' },
  accepted: {
    ...TALK,
    assign: 'same',
    take: 'same',
    start: 'in-progress',
    'plan-visit': 'same',
    pause: 'paused',
    quote: 'same',
    'answer-quote': 'same',
    decline: 'declined',
    'pass-on': 'passed-on',
    'mark-duplicate': 'duplicate',
    withdraw: 'withdrawn',
  },
  'in-progress': {
    ...TALK,
    assign: 'same',
    'plan-visit': 'same',
    pause: 'paused',
    quote: 'same',
    'answer-quote': 'same',
    resolve: 'resolved',
    'pass-on': 'passed-on',
  },
  paused: { ...TALK, resume: 'in-progress', 'answer-quote': 'same', 'plan-visit': 'same' },
  resolved: { reply: 'same', confirm: 'confirmed', 'half-fix': 'half-fixed', reopen: 'reopened', 'call-back': 'same' },
  confirmed: { reply: 'same' },
  'half-fixed': { ...DESK, ...TALK },
  reopened: { ...DESK, ...TALK },
  declined: { reply: 'same', reopen: 'reopened' },
  withdrawn: {},
  duplicate: {},
} as const satisfies Record<Status, Partial<Record<Move, Status | 'same'>>>;

/** The action of the authority table behind each move. */
export const MOVE_ACTION = {
  accept: 'request.accept',
  assign: 'request.assign',
  take: 'request.take',
  start: 'request.start',
  'plan-visit': 'request.plan-visit',
  pause: 'request.pause',
  resume: 'request.resume',
  quote: 'request.quote',
  'answer-quote': 'request.answer-quote',
  resolve: 'request.resolve',
  confirm: 'request.answer-outcome',
  'half-fix': 'request.answer-outcome',
  reopen: 'request.answer-outcome',
  decline: 'request.decline',
  'pass-on': 'request.pass-on',
  'mark-duplicate': 'request.mark-duplicate',
  withdraw: 'request.withdraw',
  reply: 'request.reply',
  nudge: 'request.nudge',
  join: 'request.join',
  'call-back': 'request.call-back',
  escalate: 'request.escalate',
} as const satisfies Record<Move, Action>;

/** Where `move` leads from `status`; undefined if it is not lawful there. */
export const nextStatus = (status: Status, move: Move): Status | undefined => {
  const moves: Partial<Record<Move, Status | 'same'>> = LIFECYCLE[status];
  const next = moves[move];
  return next === 'same' ? status : next;
};

/**
 * Moves that anybody may make beside others at once: they add something and take nothing back, so the
 * revision their maker saw need not be the newest.
 */
export const LOOSE: readonly Move[] = ['reply', 'nudge', 'join'];

/** Statuses from which `move` is lawful: the write's own condition. */
export const statusesFor = (move: Move): Status[] =>
  STATUSES.filter((status) => nextStatus(status, move) !== undefined);

/** Statuses in which it is somebody's work: it stands in a queue. */
export const OPEN: readonly Status[] = [
  'submitted',
  'passed-on',
  'accepted',
  'in-progress',
  'paused',
  'half-fixed',
  'reopened',
];
/** Statuses in which the clock runs. */
export const RUNNING: readonly Status[] = [
  'submitted',
  'passed-on',
  'accepted',
  'in-progress',
  'half-fixed',
  'reopened',
];

export interface RequestTerms {
  /** Milliseconds to resolve, by urgency. */
  readonly resolve: Readonly<Record<Urgency, number>>;
  /** Milliseconds to the first answer; general and complex count one working day. */
  readonly firstAnswer: Readonly<Record<'emergency' | 'utilities', number>>;
  readonly firstAnswerWorkingDays: number;
  /** Least time between two nudges. */
  readonly nudgeEvery: number;
  /** An overdue request goes one level further each time this has passed again, counted from the last step. */
  readonly escalateEvery: number;
  /** A pause or a visit may end at most this far ahead. */
  readonly longestPause: number;
  /** Words and photos no machine cleared: a person must have looked within this. */
  readonly contentCheck: number;
  /** Words without a machine's verdict for this long go to a person. */
  readonly wordsVerdict: number;
}

/** Product defaults; a community's rules template may set others. */
export const DEFAULT_TERMS: RequestTerms = {
  resolve: { emergency: 2 * HOUR, utilities: 24 * HOUR, general: 7 * DAY, complex: 15 * DAY },
  firstAnswer: { emergency: 30 * MINUTE, utilities: 2 * HOUR },
  firstAnswerWorkingDays: 1,
  nudgeEvery: 24 * HOUR,
  escalateEvery: 24 * HOUR,
  longestPause: 60 * DAY,
  contentCheck: 24 * HOUR,
  wordsVerdict: MINUTE / 2,
};

/** When it must be resolved, counted from `from`. */
export const resolveDue = (urgency: Urgency, from: number, terms: RequestTerms = DEFAULT_TERMS): number =>
  from + terms.resolve[urgency];

/** When the holder must have answered for the first time. */
export const firstAnswerDue = (urgency: Urgency, from: number, terms: RequestTerms = DEFAULT_TERMS): number =>
  urgency === 'emergency' || urgency === 'utilities'
    ? from + terms.firstAnswer[urgency]
    : addWorkingDays(from, terms.firstAnswerWorkingDays);

/** Work time left when the clock is stopped at `now`; never negative. */
export const leftAt = (dueAt: number, now: number): number => Math.max(0, dueAt - now);
