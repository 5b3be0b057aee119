import * as z from 'zod/mini';
import { OrganisationCard } from '../district/contract';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import { CATEGORY_KEYS } from './category';
import { CHANNELS, CONTACTS, EventKind, NETS, Quote, Status, Urgency, VISIBILITIES, Visit } from './request';
import { MOVES } from './request-rules';

const ById = z.object({ requestId: Id });
const Photos = z._default(z.array(Id).check(z.maxLength(9)), []);
const CategoryKey = z.enum(CATEGORY_KEYS);

/** A request as a row: what its asker may see, nothing more. */
export const RequestRow = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: Status,
  category: CategoryKey,
  urgency: Urgency,
  /** The category's name and where it is; the filer's words only when they may be shown. */
  title: z.string(),
  words: z.optional(z.string()),
  placeName: z.string(),
  thumbnailUrl: z.optional(z.string()),
  holderName: z.string(),
  assigneeId: z.optional(Id),
  assigneeName: z.optional(z.string()),
  filedAt: Instant,
  dueAt: Instant,
  pausedUntil: z.optional(Instant),
  overdueSince: z.optional(Instant),
  joined: z.int(),
  nudges: z.int(),
  visit: z.optional(Visit),
});
export type RequestRow = z.output<typeof RequestRow>;

/** A step of the timeline as its asker may see it. */
export const TimelineStep = z.object({
  rev: z.int(),
  kind: EventKind,
  at: Instant,
  /** Role and masked name: 物业 李*; staff see the full name. */
  by: z.string(),
  byRole: z.string(),
  words: z.optional(z.string()),
  wordsState: z.optional(CheckState),
  photos: z.array(PhotoView),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TimelineStep = z.output<typeof TimelineStep>;

export const RequestView = z.extend(RequestRow, {
  net: z.enum(NETS),
  wordsState: CheckState,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  photos: z.array(PhotoView),
  spot: z.object({
    placeId: PlaceId,
    placeName: z.string(),
    words: z.optional(z.string()),
    point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
  }),
  visibility: z.enum(VISIBILITIES),
  channel: z.enum(CHANNELS),
  contact: z.enum(CONTACTS),
  filerName: z.string(),
  mine: z.boolean(),
  joinedByMe: z.boolean(),
  holder: OrganisationCard,
  firstHolderId: Id,
  firstAnswerDueAt: Instant,
  firstAnsweredAt: z.optional(Instant),
  pauseReason: z.optional(z.string()),
  /** What happens by itself if nothing is done until `dueAt`. */
  next: z.optional(z.object({ level: z.int(), organisationName: z.string() })),
  escalation: z.optional(z.object({ level: z.int(), organisationName: z.string(), at: Instant })),
  hotline: z.optional(z.object({ number: z.string(), dueAt: Instant })),
  quote: z.optional(Quote),
  resolvedAt: z.optional(Instant),
  proof: z.optional(z.object({ words: z.string(), before: z.array(PhotoView), after: z.array(PhotoView) })),
  duplicateOf: z.optional(Id),
  closedReason: z.optional(z.string()),
  round: z.int(),
  timeline: z.array(TimelineStep),
  /** Moves this asker may make now, by the lifecycle and the authority table. */
  moves: z.array(z.enum(MOVES)),
});
export type RequestView = z.output<typeof RequestView>;

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
  access: 'request.queue',
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

export const getRequest = defineRoute({
  id: 'requests.get',
  method: 'GET',
  path: '/requests/{requestId}',
  summary: 'One request with its timeline and what I may do with it',
  access: 'request.read-public',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: RequestView,
  refusals: [],
});

export const listMine = defineRoute({
  id: 'requests.list-mine',
  method: 'GET',
  path: '/requests/mine',
  summary: 'Requests I filed or joined, newest first',
  access: 'signed-in',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const listNeighbourhood = defineRoute({
  id: 'requests.list-neighbourhood',
  method: 'GET',
  path: '/compounds/{compoundId}/requests',
  summary: 'Public requests of a compound, newest first',
  access: 'request.read-public',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const QUEUE_FILTERS = ['all', 'new', 'due-soon', 'overdue', 'paused', 'mine', 'watching'] as const;

export const listQueue = defineRoute({
  id: 'requests.list-queue',
  method: 'GET',
  path: '/organisations/{organisationId}/queue',
  summary: 'Open work of my organisation by due time, with counts',
  access: 'request.queue',
  params: z.object({ organisationId: Id }),
  query: z.extend(PageQuery, { filter: z._default(z.enum(QUEUE_FILTERS), 'all') }),
  body: Nothing,
  reply: z.extend(pageOf(RequestRow), {
    counts: z.object({ fresh: z.int(), dueSoon: z.int(), overdue: z.int(), paused: z.int(), open: z.int() }),
  }),
  refusals: ['cursor-invalid'],
});

export const listPlaceHistory = defineRoute({
  id: 'requests.list-place-history',
  method: 'GET',
  path: '/requests/{requestId}/history',
  summary: 'Earlier requests at the same home or building',
  access: 'request.see-contact',
  params: ById,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const listBelow = defineRoute({
  id: 'requests.list-below',
  method: 'GET',
  path: '/places/{placeId}/requests/overdue',
  summary: 'Overdue and escalated requests below a grid, community, street or the district',
  access: 'request.list-below',
  params: z.object({ placeId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

/** Every move carries the revision its maker saw: if somebody was faster, the answer says so. */
const Seen = z.object({ rev: z.int().check(z.minimum(1)) });
const Words = { words: text(1000) };

const moveRoute = <
  Verb extends (typeof MOVES)[number],
  B extends z.ZodMiniObject,
  R extends readonly Parameters<typeof defineRoute>[0]['refusals'][number][],
>(
  verb: Verb,
  summary: string,
  access: Parameters<typeof defineRoute>[0]['access'],
  body: B,
  refusals: R,
) =>
  defineRoute({
    id: `requests.${verb}`,
    method: 'POST',
    path: `/requests/{requestId}/${verb}`,
    summary,
    access,
    params: ById,
    query: Nothing,
    body,
    reply: RequestView,
    refusals: ['move-not-allowed', 'changed-meanwhile', ...refusals],
  });

export const acceptRequest = moveRoute('accept', 'Accept: we have it', 'request.accept', Seen, ['already-held']);
export const assignRequest = moveRoute(
  'assign',
  'Hand out to a technician; accepts first if needed',
  'request.assign',
  z.extend(Seen, { assigneeId: Id }),
  ['person-not-in-organisation'],
);
export const takeRequest = moveRoute('take', 'A technician takes accepted work that nobody has', 'request.take', Seen, [
  'already-held',
]);
export const startRequest = moveRoute('start', 'On site: work begins', 'request.start', Seen, []);
export const planVisit = moveRoute(
  'plan-visit',
  'Agree when somebody comes to the home',
  'request.plan-visit',
  z.extend(Seen, { visit: Visit }),
  ['until-not-future'],
);
export const pauseRequest = moveRoute(
  'pause',
  'Pause with a reason and an end; the clock stands',
  'request.pause',
  z.extend(Seen, { reason: text(200), until: Instant }),
  ['until-not-future'],
);
export const resumeRequest = moveRoute('resume', 'Go on; the clock runs again', 'request.resume', Seen, []);
export const quoteRequest = moveRoute(
  'quote',
  'Offer a price before paid work',
  'request.quote',
  z.extend(Seen, { fen: Quote.shape.fen, words: text(300) }),
  [],
);
export const answerQuote = moveRoute(
  'answer-quote',
  'Accept or refuse the price',
  'request.answer-quote',
  z.extend(Seen, { accepted: z.boolean() }),
  ['quote-not-open'],
);
export const resolveRequest = moveRoute(
  'resolve',
  'Done, with proof',
  'request.resolve',
  z.extend(Seen, { words: text(500), before: Photos, after: Photos }),
  ['proof-needed', 'photos-unknown', 'quote-not-open'],
);
export const confirmRequest = moveRoute(
  'confirm',
  'Yes, it is fixed',
  'request.answer-outcome',
  z.extend(Seen, { satisfied: z.boolean(), words: z.optional(text(1000)) }),
  [],
);
export const halfFixRequest = moveRoute(
  'half-fix',
  'Fixed in part: a new deadline begins',
  'request.answer-outcome',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const reopenRequest = moveRoute(
  'reopen',
  'Not fixed: a new deadline begins',
  'request.answer-outcome',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const declineRequest = moveRoute(
  'decline',
  'Decline with a reason',
  'request.decline',
  z.extend(Seen, { reason: text(300) }),
  [],
);
export const passOn = moveRoute(
  'pass-on',
  'Not ours: name whose it is, and it moves there',
  'request.pass-on',
  z.extend(Seen, { toOrganisationId: Id, reason: text(300) }),
  ['holder-unknown', 'holder-same', 'passed-before'],
);
export const markDuplicate = moveRoute(
  'mark-duplicate',
  'The same as another; who filed it joins that one',
  'request.mark-duplicate',
  z.extend(Seen, { of: Id }),
  ['duplicate-of-itself', 'duplicate-unknown'],
);
export const withdrawRequest = moveRoute('withdraw', 'Withdraw my request', 'request.withdraw', Seen, []);
export const replyToRequest = moveRoute(
  'reply',
  'Write to each other',
  'request.reply',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const nudgeRequest = moveRoute('nudge', 'Nudge (催办)', 'request.nudge', Seen, ['nudge-too-soon']);
export const joinRequest = moveRoute('join', 'Me too (我也遇到)', 'request.join', Seen, [
  'own-request',
  'already-joined',
]);
export const callBack = moveRoute(
  'call-back',
  'Record what the resident said on the phone',
  'request.call-back',
  z.extend(Seen, {
    reached: z.boolean(),
    outcome: z.optional(z.enum(['confirmed', 'half-fixed', 'reopened'])),
    satisfied: z.optional(z.boolean()),
    words: z.optional(text(1000)),
  }),
  ['answers-incomplete'],
);
export const escalateRequest = moveRoute(
  'escalate',
  'Bring it to the next level now',
  'request.escalate',
  z.extend(Seen, { reason: text(300) }),
  [],
);

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
  requestId: Id,
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
