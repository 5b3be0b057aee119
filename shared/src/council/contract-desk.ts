import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { AwayRow, PublicNotice, RulesHistory } from './contract-view';
import { TopicRow } from './contract-lists';
import { CouncilRules } from './council-rules';

const OfPlace = z.object({ placeId: PlaceId });
const OfSession = z.object({ sessionId: Id });

export const getPublicNotice = defineRoute({
  id: 'council.get-public-notice',
  method: 'GET',
  path: '/public-notices/{sessionId}',
  summary: 'One public notice with its minutes, tasks and objections',
  access: 'anyone',
  params: OfSession,
  query: Nothing,
  body: Nothing,
  reply: PublicNotice,
  refusals: [],
});

export const getNoticeSheet = defineRoute({
  id: 'council.get-notice-sheet',
  method: 'GET',
  path: '/public-notices/{sessionId}/sheet',
  summary: 'An address to read the notice as an A4 page (PDF) with its QR code and fingerprint',
  access: 'anyone',
  params: OfSession,
  query: Nothing,
  body: Nothing,
  reply: z.object({ url: z.string() }),
  refusals: [],
});

export const listTopicsBelow = defineRoute({
  id: 'council.list-topics-below',
  method: 'GET',
  path: '/places/{placeId}/council/topics',
  summary:
    'Topics below a place: open ones, those longest where they are first, or those the street was given, newest first',
  access: 'council.list-below',
  params: OfPlace,
  query: z.extend(PageQuery, { which: z._default(z.enum(['open', 'handed-up']), 'open') }),
  body: Nothing,
  reply: pageOf(TopicRow),
  refusals: ['cursor-invalid'],
});

export const listAway = defineRoute({
  id: 'council.list-away',
  method: 'GET',
  path: '/places/{placeId}/council/away',
  summary: 'Which parties kept away from sessions below a place in the last 180 days',
  access: 'council.list-below',
  params: OfPlace,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(AwayRow) }),
  refusals: [],
});

export const decideCouncilContent = defineRoute({
  id: 'council.decide-content',
  method: 'POST',
  path: '/council/content-checks',
  summary: 'Clear or hold words or a photo of a topic or a session',
  access: 'request.check-content',
  params: Nothing,
  query: Nothing,
  body: z.object({
    subject: z.object({ kind: z.enum(['topic', 'session']), id: Id }),
    /** The step that has the words, or shows the photo. */
    eventRev: z.int(),
    mediaId: z.optional(Id),
    clear: z.boolean(),
  }),
  reply: Nothing,
  refusals: [],
});

export const getCouncilRules = defineRoute({
  id: 'council.get-rules',
  method: 'GET',
  path: '/communities/{placeId}/council-rules',
  summary: 'The rules template of a community’s councils, with its versions',
  access: 'anyone',
  params: OfPlace,
  query: Nothing,
  body: Nothing,
  reply: RulesHistory,
  refusals: [],
});

export const changeCouncilRules = defineRoute({
  id: 'council.change-rules',
  method: 'PUT',
  path: '/communities/{placeId}/council-rules',
  summary: 'Change the rules template; what runs keeps the version it began with',
  access: 'council-rules.change',
  params: OfPlace,
  query: Nothing,
  body: z.object({ seen: z.int().check(z.minimum(0)), rules: CouncilRules, reason: text(300) }),
  reply: RulesHistory,
  refusals: ['place-unknown', 'changed-meanwhile'],
});
