import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { ById } from './contract-parts';

export const seeContact = defineRoute({
  id: 'requests.see-contact',
  method: 'POST',
  path: '/requests/{requestId}/contact',
  summary: 'The number to call for this request; every look is logged',
  access: 'request.see-contact',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ name: z.string(), phone: z.string() }),
  refusals: ['contact-not-given'],
});

export const assignMany = defineRoute({
  id: 'requests.assign-many',
  method: 'POST',
  path: '/organisations/{organisationId}/assignments',
  summary: 'Hand out many at once; each answers for itself',
  access: 'request.queue',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: z.object({
    assigneeId: Id,
    requests: z.array(z.object({ requestId: Id, rev: z.int() })).check(z.minLength(1), z.maxLength(50)),
  }),
  reply: z.object({
    items: z.array(
      z.object({ requestId: Id, done: z.boolean(), refused: z.optional(z.string()), rev: z.optional(z.int()) }),
    ),
  }),
  refusals: ['person-not-in-organisation'],
});

export const ReplyTemplate = z.object({ id: Id, title: text(30), words: text(300) });
export type ReplyTemplate = z.output<typeof ReplyTemplate>;

export const listTemplates = defineRoute({
  id: 'requests.list-templates',
  method: 'GET',
  path: '/organisations/{organisationId}/templates',
  summary: 'Reply templates of my organisation',
  access: 'request.queue',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(ReplyTemplate) }),
  refusals: [],
});

export const saveTemplate = defineRoute({
  id: 'requests.save-template',
  method: 'POST',
  path: '/organisations/{organisationId}/templates',
  summary: 'Add a reply template, or change the one with that id',
  access: 'request.templates',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: z.object({ id: z.optional(Id), title: ReplyTemplate.shape.title, words: ReplyTemplate.shape.words }),
  reply: ReplyTemplate,
  refusals: [],
});

/** The three rates: numerators and denominators, never percentages; the unanswered stand beside. */
export const Rates = z.object({
  from: Instant,
  until: Instant,
  /** 响应率: first answers in time ÷ first-answer deadlines falling in the period. */
  answeredInTime: z.int(),
  firstAnswersDue: z.int(),
  /** 解决率: confirmed ÷ answered by the resident. */
  confirmed: z.int(),
  outcomesAnswered: z.int(),
  /** 满意率: satisfied ÷ answered on satisfaction. */
  satisfied: z.int(),
  satisfactionAnswered: z.int(),
  unanswered: z.int(),
});
export type Rates = z.output<typeof Rates>;

export const getRates = defineRoute({
  id: 'requests.get-rates',
  method: 'GET',
  path: '/organisations/{organisationId}/rates',
  summary: 'The three rates of an organisation over the last days',
  access: 'request.rates',
  params: z.object({ organisationId: Id }),
  query: z.object({ days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(365)), 90) }),
  body: Nothing,
  reply: Rates,
  refusals: [],
});

/** Words or photos that no machine cleared: a person looks. */
export const ContentToCheck = z.object({
  /** The request it belongs to; what has a record of its own has a subject instead. */
  requestId: z.optional(Id),
  subject: z.optional(
    z.object({
      kind: z.enum(['topic', 'session', 'team', 'shift', 'wish', 'vote', 'committee-vote', 'repair']),
      id: Id,
    }),
  ),
  rev: z.int(),
  eventRev: z.optional(z.int()),
  words: z.optional(z.string()),
  photos: z.array(z.object({ mediaId: Id, url: z.string() })),
  since: Instant,
  dueAt: Instant,
});
export type ContentToCheck = z.output<typeof ContentToCheck>;

export const listContentToCheck = defineRoute({
  id: 'requests.list-content-to-check',
  method: 'GET',
  path: '/places/{placeId}/content-checks',
  summary: 'Words and photos below a place that wait for a person’s look',
  access: 'request.check-content',
  params: z.object({ placeId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(ContentToCheck),
  refusals: ['cursor-invalid'],
});

export const decideContent = defineRoute({
  id: 'requests.decide-content',
  method: 'POST',
  path: '/requests/{requestId}/content-checks',
  summary: 'Clear or hold words or a photo',
  access: 'request.check-content',
  params: ById,
  query: Nothing,
  body: z.object({ eventRev: z.optional(z.int()), mediaId: z.optional(Id), clear: z.boolean() }),
  reply: Nothing,
  refusals: [],
});
