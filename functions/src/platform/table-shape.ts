/**
 * The one place that names keys and indexes of the table. Stores build keys only through `keys`.
 *
 * Access patterns and their cost (RU = read units, WU = write units; items ≤ 1 KB unless said):
 *
 * | pattern | by | cost |
 * | --- | --- | --- |
 * | who is asking: sessions, grants, homes | Query `PERSON#p`, `ID#…` consistent | 1 RU per 4 KB |
 * | a place; the places below one | Get / Query `PLACE#parent` | 0.5 RU; 0.5 per 4 KB |
 * | an organisation; organisations of a place | Get `ORG#o`; Query `SERVED#place` | 0.5 RU |
 * | file a request | Put `REQ#r/REQ` + queue + due | 3 WU |
 * | move a request | transaction: update + put event | 2 × 2 WU + indexes |
 * | a request with its timeline | Query `REQ#r` | 0.5 RU per 4 KB |
 * | find a compound | Query `LIST#places#district`, kept ten seconds on the instance | 13 RU |
 * | who holds a role at a place or in an organisation | Query `MEMBERS#scope` | 0.5 RU per 4 KB |
 * | whose a phone number is | Get `PHONE#hash` | 0.5 RU |
 * | claims that wait; residents of a home | Query `CLAIMS#compound`; Query `PLACE#home` | 0.5 RU per 4 KB |
 * | an organisation's queue by due time | Query index `queue` `HOLDER#o` | 0.5 RU per 4 KB |
 * | what an organisation has in hand: open, fresh, paused, overdue | Get `FIGURE#o/queue` | 0.5 RU |
 * | due soon, where the first page does not tell | Query index `queue`, the next day only | 0.5 RU per 4 KB |
 * | rates and promises over days | Query `FIGURE#o` by day | 0.5 RU per 4 KB |
 * | count a step once | transaction: put `COUNTED#r/step` + add `FIGURE#o/day` | 4 WU |
 * | words and photos that wait for a person | Query `LIST#content#place` | 0.5 RU per 4 KB |
 * | deadlines falling due | Query index `due` `DUE#hour` | 0.5 RU per 4 KB |
 * | my requests, my compound's, a technician's, a place's history | Query `LIST#…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | a list taken out: all of an organisation or community filed in a period | Query `LIST#book#…` between | 0.5 RU per 4 KB |
 * | an inbox; unread count | Query `INBOX#p`; Get `INBOX#p/UNREAD` | 0.5 RU |
 * | a topic or a session with its record | Get; Query `TOPIC#t`, `SESSION#s` | 0.5 RU per 4 KB |
 * | a move of a topic or session | transaction: update + put the step of its record | 2 × 2 WU a KB |
 * | topics by stage, sessions and notices of a compound, mine, the workbench's, those below a place | Query `LIST#council-…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | a community's council rules and their versions | Query `RULES#place` | 0.5 RU per 4 KB |
 * | a roll's lines by home; by owner's keyed hash | Query `ROLL#x`; Query `OWNER#hash` | 0.5 RU per 4 KB |
 */
export const TABLE_SHAPE = {
  keys: { pk: 'pk', sk: 'sk' },
  ttl: 'expiresAt',
  indexes: [
    /** Open requests of a holder, by due time. Sparse: only items that are somebody's work. */
    { name: 'queue', pk: 'queuePk', sk: 'queueSk', projection: 'all' },
    /** What falls due, in buckets of an hour. Sparse: the write that handles it removes it. */
    { name: 'due', pk: 'duePk', sk: 'dueSk', projection: 'keys' },
  ],
} as const;

export type Key = { readonly pk: string; readonly sk: string };

const HOUR = 3_600_000;
const key = (pk: string, sk: string): Key => ({ pk, sk });
/** Instants sort as text: 15 digits reach past the year 33000. */
export const sortable = (instant: number): string => String(instant).padStart(15, '0');

/** Prefixes of partition keys, for policies: every `pk` starts with one of these. */
export const PREFIX = {
  person: 'PERSON#',
  phone: 'PHONE#',
  signIn: 'SIGNIN#',
  scan: 'SCAN#',
  place: 'PLACE#',
  organisation: 'ORG#',
  served: 'SERVED#',
  code: 'CODE#',
  roll: 'ROLL#',
  owner: 'OWNER#',
  claims: 'CLAIMS#',
  request: 'REQ#',
  list: 'LIST#',
  media: 'MEDIA#',
  check: 'CHECK#',
  inbox: 'INBOX#',
  job: 'JOB#',
  rate: 'RATE#',
  lease: 'LEASE#',
  counted: 'COUNTED#',
  figure: 'FIGURE#',
  import: 'IMPORT#',
  template: 'TEMPLATE#',
  access: 'ACCESS#',
  members: 'MEMBERS#',
  topic: 'TOPIC#',
  session: 'SESSION#',
  rules: 'RULES#',
} as const;

export const keys = {
  // people: everything a request to the API needs to know of its sender lies under ID#
  identity: (personId: string) => ({ pk: `${PREFIX.person}${personId}`, prefix: 'ID#' }),
  profile: (personId: string) => key(`${PREFIX.person}${personId}`, 'ID#PROFILE'),
  session: (personId: string, tokenHash: string) => key(`${PREFIX.person}${personId}`, `ID#SESSION#${tokenHash}`),
  grant: (personId: string, grantId: string) => key(`${PREFIX.person}${personId}`, `ID#GRANT#${grantId}`),
  binding: (personId: string, homeId: string) => key(`${PREFIX.person}${personId}`, `ID#HOME#${homeId}`),
  sessionsOf: (personId: string) => ({ pk: `${PREFIX.person}${personId}`, prefix: 'ID#SESSION#' }),
  /** Which person proved last that a phone number is theirs, by its keyed hash. */
  personByPhone: (phoneHash: string) => key(`${PREFIX.phone}${phoneHash}`, 'PERSON'),
  /** A sign-in that happened, so that a retry whose answer was lost gets the same session. */
  signIn: (op: string) => key(`${PREFIX.signIn}${op}`, 'SIGNIN'),
  scanCode: (codeHash: string) => key(`${PREFIX.scan}${codeHash}`, 'SCAN'),
  /** Grants by organisation or place, for "who works here". */
  member: (scopeId: string, grantId: string) => key(`${PREFIX.members}${scopeId}`, grantId),
  membersOf: (scopeId: string) => `${PREFIX.members}${scopeId}`,
  /** Claims to homes of a compound that wait for staff. */
  claim: (compoundId: string, claimId: string) => key(`${PREFIX.claims}${compoundId}`, `CLAIM#${claimId}`),
  claimWaiting: (compoundId: string, claimedAt: number, claimId: string) =>
    key(`${PREFIX.claims}${compoundId}`, `WAIT#${sortable(claimedAt)}#${claimId}`),
  claimsWaiting: (compoundId: string) => ({ pk: `${PREFIX.claims}${compoundId}`, prefix: 'WAIT#' }),
  /** Everything bound to a home: residents, invitations. */
  homeResident: (homeId: string, personId: string) => key(`${PREFIX.place}${homeId}`, `RESIDENT#${personId}`),
  residentsOf: (homeId: string) => ({ pk: `${PREFIX.place}${homeId}`, prefix: 'RESIDENT#' }),
  homeInvite: (codeHash: string) => key(`${PREFIX.code}${codeHash}`, 'INVITE'),
  accessOf: (personId: string) => `${PREFIX.access}${personId}`,
  access: (personId: string, at: number, id: string) => key(`${PREFIX.access}${personId}`, `${sortable(at)}#${id}`),

  // district: a place lies under its parent, so that one query lists the children
  place: (placeId: string) => {
    const cut = placeId.lastIndexOf('.');
    return key(`${PREFIX.place}${cut < 0 ? '' : placeId.slice(0, cut)}`, `AT#${placeId}`);
  },
  placesBelow: (parentId: string) => ({ pk: `${PREFIX.place}${parentId}`, prefix: 'AT#' }),
  /** Streets, communities, grids and compounds of a district once more, together, for finding a compound. */
  placeIndexed: (placeId: string) => key(`${PREFIX.list}places#${placeId.split('.')[0] ?? ''}`, placeId),
  placesIndexed: (districtId: string) => `${PREFIX.list}places#${districtId}`,
  organisation: (organisationId: string) => key(`${PREFIX.organisation}${organisationId}`, 'ORG'),
  /** The organisations that serve a place, by kind. */
  serves: (placeId: string, kind: string, organisationId: string) =>
    key(`${PREFIX.served}${placeId}`, `${kind}#${organisationId}`),
  servedBy: (placeId: string) => `${PREFIX.served}${placeId}`,
  printedCode: (codeId: string) => key(`${PREFIX.code}${codeId}`, 'PLACE'),
  printedCodeOf: (compoundId: string, codeId: string) => key(`${PREFIX.place}${compoundId}`, `CODE#${codeId}`),
  printedCodesOf: (compoundId: string) => ({ pk: `${PREFIX.place}${compoundId}`, prefix: 'CODE#' }),
  rollLine: (compoundId: string, homeId: string) => key(`${PREFIX.roll}${compoundId}`, `HOME#${homeId}`),
  rollLines: (compoundId: string) => ({ pk: `${PREFIX.roll}${compoundId}`, prefix: 'HOME#' }),
  /** What a line of the roll was before its revision `rev`, and who changed it. */
  rollChange: (compoundId: string, homeId: string, rev: number) =>
    key(`${PREFIX.roll}${compoundId}`, `CHANGE#${homeId}#${String(rev).padStart(6, '0')}`),
  rollMeta: (compoundId: string) => key(`${PREFIX.roll}${compoundId}`, 'META'),
  /** Homes on the roll by an owner's keyed phone hash. */
  rollOwner: (phoneHash: string, homeId: string) => key(`${PREFIX.owner}${phoneHash}`, homeId),
  rollImport: (importId: string) => key(`${PREFIX.import}${importId}`, 'IMPORT'),

  // service requests
  request: (requestId: string) => key(`${PREFIX.request}${requestId}`, 'REQ'),
  requestEvent: (requestId: string, rev: number) =>
    key(`${PREFIX.request}${requestId}`, `EV#${String(rev).padStart(6, '0')}`),
  requestJoin: (requestId: string, personId: string) => key(`${PREFIX.request}${requestId}`, `JOIN#${personId}`),
  queue: (organisationId: string, dueAt: number, requestId: string) => ({
    queuePk: `HOLDER#${organisationId}`,
    queueSk: `${sortable(dueAt)}#${requestId}`,
  }),
  queueOf: (organisationId: string) => `HOLDER#${organisationId}`,
  replyTemplate: (organisationId: string, templateId: string) => key(`${PREFIX.template}${organisationId}`, templateId),

  // the council: a topic or a session and the steps of its record share a partition
  topic: (topicId: string) => key(`${PREFIX.topic}${topicId}`, 'TOPIC'),
  topicStep: (topicId: string, rev: number) => key(`${PREFIX.topic}${topicId}`, `EV#${String(rev).padStart(6, '0')}`),
  /** Who seconded or rated: once a person. */
  topicSecond: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `SECOND#${personId}`),
  topicRating: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `RATED#${personId}`),
  /** Everybody who proposed, seconded, commented or objected: they hear of every later step. */
  topicFollower: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `FOLLOWS#${personId}`),
  councilSession: (sessionId: string) => key(`${PREFIX.session}${sessionId}`, 'SESSION'),
  sessionStep: (sessionId: string, rev: number) =>
    key(`${PREFIX.session}${sessionId}`, `EV#${String(rev).padStart(6, '0')}`),
  councilRules: (placeId: string, version: number) =>
    key(`${PREFIX.rules}${placeId}`, `V#${String(version).padStart(6, '0')}`),
  councilRulesNow: (placeId: string) => key(`${PREFIX.rules}${placeId}`, 'NOW'),

  /** A row of a list kept by the stream: `kind` is mine, near, technician, history, watch … */
  listRow: (kind: string, ownerId: string, at: number, id: string) =>
    key(`${PREFIX.list}${kind}#${ownerId}`, `${sortable(at)}#${id}`),
  listOf: (kind: string, ownerId: string) => `${PREFIX.list}${kind}#${ownerId}`,

  // what many slices share
  media: (mediaId: string) => key(`${PREFIX.media}${mediaId}`, 'MEDIA'),
  /** Which media a content-check trace belongs to. */
  checkTrace: (traceId: string) => key(`${PREFIX.check}${traceId}`, 'TRACE'),
  notice: (personId: string, at: number, id: string) => key(`${PREFIX.inbox}${personId}`, `N#${sortable(at)}#${id}`),
  noticeOnce: (personId: string, causeId: string) => key(`${PREFIX.inbox}${personId}`, `ONCE#${causeId}`),
  unread: (personId: string) => key(`${PREFIX.inbox}${personId}`, 'UNREAD'),
  subscription: (personId: string, template: string) => key(`${PREFIX.inbox}${personId}`, `GRANT#${template}`),
  job: (jobId: string) => key(`${PREFIX.job}${jobId}`, 'JOB'),
  rate: (who: string, what: string, window: number) => key(`${PREFIX.rate}${who}`, `${what}#${window}`),
  lease: (name: string) => key(`${PREFIX.lease}${name}`, 'LEASE'),
  counted: (itemId: string, figure: string) => key(`${PREFIX.counted}${itemId}`, figure),
  figure: (scopeId: string, name: string) => key(`${PREFIX.figure}${scopeId}`, name),

  /** Due buckets: one partition an hour and kind, so that no partition grows without bound. */
  due: (kind: string, dueAt: number, id: string) => ({
    duePk: dueBucket(kind, dueAt),
    dueSk: `${sortable(dueAt)}#${id}`,
  }),
} as const;

export const dueBucket = (kind: string, at: number): string => `DUE#${kind}#${sortable(Math.floor(at / HOUR) * HOUR)}`;
/** Where the walk over due buckets of a kind has got to. */
export const dueCursorKey = (kind: string): Key => key(`${PREFIX.lease}due-${kind}`, 'CURSOR');
