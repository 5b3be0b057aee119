import * as z from 'zod/mini';

/** What lists need to know of topics, sessions and needs: apart, so that first screens load no more. */
/** A topic's life; see `topic-rules.ts` for the moves between. */
export const TOPIC_STATUSES = [
  'proposed',
  'returned',
  'merged',
  'redirected',
  'withdrawn',
  'accepted',
  'scheduled',
  'agreed',
  'on-notice',
  'carrying-out',
  'done',
  'referred',
] as const;
export const TopicStatus = z.enum(TOPIC_STATUSES);
export type TopicStatus = z.output<typeof TopicStatus>;

/** A session of the council; see `session-rules.ts` for the moves between. */
export const SESSION_STATUSES = [
  'called',
  'in-session',
  'adjourned',
  'failed',
  'cancelled',
  'ended',
  'confirming',
  'confirmed',
  'on-notice',
  'in-force',
] as const;
export const SessionStatus = z.enum(SESSION_STATUSES);
export type SessionStatus = z.output<typeof SessionStatus>;

/** The stages a topic is listed by. */
export const STAGES = {
  gathering: ['proposed', 'returned'],
  waiting: ['accepted', 'scheduled'],
  resolved: ['agreed', 'on-notice', 'carrying-out'],
  ended: ['done', 'referred', 'redirected', 'merged', 'withdrawn'],
} as const satisfies Record<string, readonly TopicStatus[]>;
export type Stage = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as [Stage, ...Stage[]];

/** What waits for whom, by when: the rows of the council workbench. */
export const NEED_KINDS = [
  'screen',
  'call-session',
  'answer-invitation',
  'hold-session',
  'write-minutes',
  'confirm-minutes',
  'publish',
  'answer-objection',
  'task',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];
