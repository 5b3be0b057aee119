import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf } from '../kernel/schema';
import { NEED_KINDS, STAGE_NAMES, SessionStatus, TopicStatus } from './kinds';

/** A topic as a row: what its asker may see, nothing more. */
export const TopicRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: TopicStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  /** 正在核验 while the words are being checked, for all but their author. */
  title: z.string(),
  proposerName: z.string(),
  proposedAt: Instant,
  since: Instant,
  screenBy: z.optional(Instant),
  seconds: z.int(),
  comments: z.int(),
  tasks: z.object({ done: z.int(), all: z.int(), overdue: z.int() }),
  sessionId: z.optional(Id),
  /** Which version of the template it began with; 0 is the default. */
  rulesVersion: z.int(),
});
export type TopicRow = z.output<typeof TopicRow>;

export const SessionRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: SessionStatus,
  compoundId: PlaceId,
  compoundName: z.string(),
  startsAt: Instant,
  venue: z.string(),
  online: z.boolean(),
  secondOf: z.optional(Id),
  topics: z.array(z.string()),
  absent: z.array(z.enum(PARTIES)),
});
export type SessionRow = z.output<typeof SessionRow>;

export const PublicNoticeRow = z.object({
  sessionId: Id,
  number: z.string(),
  titles: z.array(z.string()),
  publishedAt: Instant,
  endsAt: Instant,
  endedAt: z.optional(Instant),
});
export type PublicNoticeRow = z.output<typeof PublicNoticeRow>;

/** A row of the council workbench. */
export const NeedRow = z.object({
  kind: z.enum(NEED_KINDS),
  dueAt: z.optional(Instant),
  /** Since when it waits, where there is no date. */
  since: z.optional(Instant),
  title: z.string(),
  compoundId: PlaceId,
  compoundName: z.string(),
  topicId: z.optional(Id),
  sessionId: z.optional(Id),
  taskId: z.optional(Id),
});
export type NeedRow = z.output<typeof NeedRow>;

export const listTopics = defineRoute({
  id: 'council.list-topics',
  method: 'GET',
  path: '/compounds/{compoundId}/topics',
  summary: 'Topics of a compound at a stage, newest first',
  access: 'topic.read',
  params: z.object({ compoundId: PlaceId }),
  query: z.extend(PageQuery, { stage: z._default(z.enum(STAGE_NAMES), 'gathering') }),
  body: Nothing,
  reply: pageOf(TopicRow),
  refusals: ['cursor-invalid'],
});

export const listMyTopics = defineRoute({
  id: 'council.list-my-topics',
  method: 'GET',
  path: '/topics/mine',
  summary: 'Topics I proposed, seconded, commented on or objected to, newest proposed first',
  access: 'signed-in',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(TopicRow),
  refusals: ['cursor-invalid'],
});

export const listSessions = defineRoute({
  id: 'council.list-sessions',
  method: 'GET',
  path: '/compounds/{compoundId}/sessions',
  summary: 'Sessions of a compound, newest first',
  access: 'topic.read',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(SessionRow),
  refusals: ['cursor-invalid'],
});

export const listPublicNotices = defineRoute({
  id: 'council.list-public-notices',
  method: 'GET',
  path: '/compounds/{compoundId}/public-notices',
  summary: 'Public notices of a compound, newest first',
  access: 'anyone',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(PublicNoticeRow),
  refusals: ['cursor-invalid'],
});

export const listNeeds = defineRoute({
  id: 'council.list-needs',
  method: 'GET',
  path: '/council/needs',
  summary: 'What the council needs of me and my party, by due time',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(NeedRow) }),
  refusals: [],
});
