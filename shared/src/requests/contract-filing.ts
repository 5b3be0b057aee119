import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, text } from '../kernel/schema';
import { CategoryKey, Photos } from './contract-parts';
import { RequestRow, RequestView } from './contract-view';
import { CONTACTS, VISIBILITIES } from './request';

const Filing = z.object({
  category: CategoryKey,
  words: text(1000),
  photos: Photos,
  answers: z._default(z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(100))), {}),
  placeId: PlaceId,
  spotWords: z.optional(text(100)),
  point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
  visibility: z.optional(z.enum(VISIBILITIES)),
  anonymous: z._default(z.boolean(), false),
  contact: z._default(z.enum(CONTACTS), 'message'),
  called12345: z._default(z.boolean(), false),
  /** The printed code that opened the form. */
  codeId: z.optional(Id),
});
export type Filing = z.output<typeof Filing>;

export const fileRequest = defineRoute({
  id: 'requests.file',
  method: 'POST',
  path: '/requests',
  summary: 'File a service request',
  access: 'request.file',
  params: Nothing,
  query: Nothing,
  body: Filing,
  reply: RequestView,
  refusals: ['place-unknown', 'holder-unknown', 'answers-incomplete', 'photos-unknown', 'privacy-consent-needed'],
});

export const fileOnBehalf = defineRoute({
  id: 'requests.file-on-behalf',
  method: 'POST',
  path: '/requests/on-behalf',
  summary: 'Record a request for somebody: a phone call, a visit, a 12345 order',
  access: 'request.file-on-behalf',
  params: Nothing,
  query: Nothing,
  body: z.extend(Filing, {
    channel: z.enum(['phone', 'on-behalf', 'hotline-12345']),
    callerName: z.optional(text(40)),
    callerPhone: z.optional(z.string().check(z.regex(/^[0-9-]{5,20}$/))),
    hotline: z.optional(z.object({ number: text(40), dueAt: Instant })),
  }),
  reply: RequestView,
  refusals: ['place-unknown', 'holder-unknown', 'answers-incomplete', 'photos-unknown'],
});

export const lookUpCaller = defineRoute({
  id: 'requests.look-up-caller',
  method: 'POST',
  path: '/organisations/{organisationId}/caller',
  summary: 'The homes a calling number belongs to, so that a phone order has its place filled in',
  access: 'request.file-on-behalf',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: z.object({ phone: z.string().check(z.regex(/^[0-9-]{5,20}$/)) }),
  reply: z.object({ homes: z.array(z.object({ homeId: PlaceId, homeName: z.string(), name: z.string() })) }),
  refusals: [],
});

export const listNearby = defineRoute({
  id: 'requests.list-nearby',
  method: 'GET',
  path: '/compounds/{compoundId}/requests/similar',
  summary: 'Open public requests of the same category close by, to join instead of filing again',
  access: 'request.read-public',
  params: z.object({ compoundId: PlaceId }),
  query: z.object({ category: CategoryKey, placeId: z.optional(PlaceId) }),
  body: Nothing,
  reply: z.object({ items: z.array(RequestRow) }),
  refusals: [],
});
