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
 * | deadlines falling due | Query index `due` `DUE#day` | 0.5 RU per 4 KB |
 * | my requests, my compound's, a technician's, a place's history | Query `LIST#…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | a list taken out: all of an organisation or community filed in a period | Query `LIST#book#…` between | 0.5 RU per 4 KB |
 * | an inbox; unread count | Query `INBOX#p`; Get `INBOX#p/UNREAD` | 0.5 RU |
 * | a topic or a session with its record | Get; Query `TOPIC#t`, `SESSION#s` | 0.5 RU per 4 KB |
 * | votes that took a topic on | Query `TOPIC#t`, `VOTE#…` + Get each | 0.5 RU per 4 KB |
 * | a move of a topic or session | transaction: update + put the step of its record | 2 × 2 WU a KB |
 * | topics by stage, sessions and notices of a compound, the workbench's, those below a place | Query `LIST#council-…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | what the parties of a compound have still to do | Query `LIST#council-topics-resolved`, its first 100 | 0.5 RU per 4 KB |
 * | my topics | Query `LIST#council-mine` (rows kept by the stream) + batch Get `TOPIC#t` | 0.5 RU + 1 RU per 4 KB a topic |
 * | a vote, a committee's vote, a repair, each with its record | Get; Query `VOTE#v`, `CVOTE#c`, `REPAIR#r` | 0.5 RU per 4 KB |
 * | a move of a vote | transaction: update + put the step of its record | 2 × 2 WU a KB |
 * | votes of a compound by stage, what they need of whom | Query `LIST#votes-…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | a community's rules of a kind and their versions | Query `RULES#kind#place` | 0.5 RU per 4 KB |
 * | sign up for a place | transaction: the person's day + the role's places; reads of shift, day, places | 4 WU |
 * | join the waitlist | the same + the ticket | 6 WU |
 * | give up, take or leave an offer, promote the next | transaction: day + places (+ ticket) | 4–6 WU |
 * | check in; check out | transaction: attendance + day; attendance + entry of hours | 4 WU |
 * | a shift with its places; its list for the leader | Query `SHIFT#s` | 0.5 RU per 4 KB |
 * | what I signed up for; my hours, teams, points, certificates | Query `VOLUNTEER#v` by part | 0.5 RU per 4 KB |
 * | a team with its people and series | Query `TEAM#t` | 0.5 RU per 4 KB |
 * | shifts, teams and wishes of a place, a team's shifts and hours, a community's volunteers and hours | Query `LIST#vol-…` (rows kept by the stream) | 0.5 RU per 4 KB |
 * | hours of a team, or of a kind in a community or district, in a year | Get `FIGURE#scope/volunteers#year` | 0.5 RU |
 * | check a certificate | Get `CERT#code` | 0.5 RU |
 * | a move of a team, shift or wish | transaction: update + put its step | 2 × 2 WU a KB |
 * | cast a ballot | Get `BALLOT#v/HEAD` + Update `BALLOT#v#bucket/LINE#n` | 0.5 RU + 1 WU |
 * | my lines of a vote | Query `BALLOT#v#owners` + Get `BALLOT#v#homes/home` + Query the line with its homes | 0.5 RU each, a home and line |
 * | a vote's registers, doors, tally | Query `BALLOT#v#bucket` | 0.5 RU per 4 KB |
 * | a page of the ballot box, its figures | Query `BALLOT#v#papers` + Get each line; Get `BALLOT#v/PAPERS`, `…/COUNT` | 1 RU a paper |
 * | add ballots to a vote's log | transaction: head + leaf and line each, up to 40 | 2 × 2 WU a ballot |
 * | a receipt | Get `VLOG#v/LINE#n`, `VLOG#v/LEAF#i` + one file | 1 RU |
 * | a roll's lines by home; by owner's keyed hash | Query `ROLL#x`; Query `OWNER#hash` | 0.5 RU per 4 KB |
 * | who holds a roll as it stands | Get `ROLLHOLD#x` | 1 RU |
 */
export const TABLE_SHAPE = {
  keys: { pk: 'pk', sk: 'sk' },
  ttl: 'expiresAt',
  indexes: [
    /** Open requests of a holder, by due time. Sparse: only items that are somebody's work. */
    { name: 'queue', pk: 'queuePk', sk: 'queueSk', projection: 'all' },
    /** What falls due, in buckets of a day. Sparse: the write that handles it removes it. */
    { name: 'due', pk: 'duePk', sk: 'dueSk', projection: 'keys' },
  ],
} as const;

export type Key = { readonly pk: string; readonly sk: string };

/** What rules templates are about. */
export type RulesKind = 'council' | 'votes' | 'volunteers' | 'team-kinds';

const DUE_DAY = 86_400_000;

const key = (pk: string, sk: string): Key => ({ pk, sk });
const step = (rev: number): string => `EV#${String(rev).padStart(6, '0')}`;
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
  rollHold: 'ROLLHOLD#',
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
  // votes: only the ballots function writes the last three
  vote: 'VOTE#',
  committeeVote: 'CVOTE#',
  repair: 'REPAIR#',
  handOver: 'HANDOVER#',
  ballot: 'BALLOT#',
  voteLog: 'VLOG#',
  ballotJob: 'BALLOTJOB#',
  team: 'TEAM#',
  volunteer: 'VOLUNTEER#',
  shift: 'SHIFT#',
  wish: 'WISH#',
  certificate: 'CERT#',
} as const;

const six = (n: number): string => String(n).padStart(6, '0');
const lineSk = (no: number): string => `LINE#${six(no)}`;
/** Lines of one partition of a vote's ballots. */
export const LINES_A_BUCKET = 200;
export const bucketOf = (no: number): number => Math.floor(no / LINES_A_BUCKET);
const ballotBucket = (voteId: string, no: number): string => `${PREFIX.ballot}${voteId}#${String(bucketOf(no))}`;

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
  /** Which votes or imports hold the roll as it stands; apart from it, since more functions write it. */
  rollHold: (compoundId: string) => key(`${PREFIX.rollHold}${compoundId}`, 'HOLD'),
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
  /** A vote of the owners that took the topic on. */
  topicVote: (topicId: string, voteId: string) => key(`${PREFIX.topic}${topicId}`, `VOTE#${voteId}`),
  topicVotes: (topicId: string) => ({ pk: `${PREFIX.topic}${topicId}`, prefix: 'VOTE#' }),
  topicStep: (topicId: string, rev: number) => key(`${PREFIX.topic}${topicId}`, `EV#${String(rev).padStart(6, '0')}`),
  /** Who seconded or rated: once a person. */
  topicSecond: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `SECOND#${personId}`),
  topicRating: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `RATED#${personId}`),
  /** Everybody who proposed, seconded, commented or objected: they hear of every later step. */
  topicFollower: (topicId: string, personId: string) => key(`${PREFIX.topic}${topicId}`, `FOLLOWS#${personId}`),
  councilSession: (sessionId: string) => key(`${PREFIX.session}${sessionId}`, 'SESSION'),
  sessionStep: (sessionId: string, rev: number) =>
    key(`${PREFIX.session}${sessionId}`, `EV#${String(rev).padStart(6, '0')}`),

  // votes of the owners: a vote and the steps of its record share a partition, with what people added to it
  vote: (voteId: string) => key(`${PREFIX.vote}${voteId}`, 'VOTE'),
  voteStep: (voteId: string, rev: number) => key(`${PREFIX.vote}${voteId}`, `EV#${String(rev).padStart(6, '0')}`),
  /** A petition's signatures: once a head, by the head's own keyed hash. */
  voteSignature: (voteId: string, head: string) => key(`${PREFIX.vote}${voteId}`, `SIGN#${head}`),
  voteNomination: (voteId: string, nominationId: string) => key(`${PREFIX.vote}${voteId}`, `NOM#${nominationId}`),
  voteSupporter: (voteId: string, nominationId: string, personId: string) =>
    key(`${PREFIX.vote}${voteId}`, `SUPPORT#${nominationId}#${personId}`),
  voteObjection: (voteId: string, objectionId: string) => key(`${PREFIX.vote}${voteId}`, `OBJ#${objectionId}`),
  committeeVote: (id: string) => key(`${PREFIX.committeeVote}${id}`, 'CVOTE'),
  committeeStep: (id: string, rev: number) => key(`${PREFIX.committeeVote}${id}`, `EV#${String(rev).padStart(6, '0')}`),
  repair: (id: string) => key(`${PREFIX.repair}${id}`, 'REPAIR'),
  repairStep: (id: string, rev: number) => key(`${PREFIX.repair}${id}`, `EV#${String(rev).padStart(6, '0')}`),
  handOver: (compoundId: string, id: string) => key(`${PREFIX.handOver}${compoundId}`, id),
  handOversOf: (compoundId: string) => `${PREFIX.handOver}${compoundId}`,

  /** A community's rules templates: each kind in a partition of its own, what stands and every version. */
  rules: (kind: RulesKind, placeId: string, version: number) =>
    key(`${PREFIX.rules}${kind}#${placeId}`, `V#${String(version).padStart(6, '0')}`),
  rulesNow: (kind: RulesKind, placeId: string) => key(`${PREFIX.rules}${kind}#${placeId}`, 'NOW'),

  // volunteers: a team, a shift or a wish and the steps of its record share a partition
  team: (teamId: string) => key(`${PREFIX.team}${teamId}`, 'TEAM'),
  teamStep: (teamId: string, rev: number) => key(`${PREFIX.team}${teamId}`, step(rev)),
  teamMember: (teamId: string, volunteerId: string) => key(`${PREFIX.team}${teamId}`, `MEMBER#${volunteerId}`),
  teamSeries: (teamId: string, seriesId: string) => key(`${PREFIX.team}${teamId}`, `SERIES#${seriesId}`),
  shift: (shiftId: string) => key(`${PREFIX.shift}${shiftId}`, 'SHIFT'),
  shiftStep: (shiftId: string, rev: number) => key(`${PREFIX.shift}${shiftId}`, step(rev)),
  /** How many hold a place of a role, and how many wait: what decides between the two. */
  seats: (shiftId: string, slotId: string, roleId: string) =>
    key(`${PREFIX.shift}${shiftId}`, `SEATS#${slotId}.${roleId}`),
  /** A slot's reminders and its end, by the clock. */
  slotClock: (shiftId: string, slotId: string) => key(`${PREFIX.shift}${shiftId}`, `CLOCK#${slotId}`),
  /** Who waits for a place, in the order of their tickets. */
  waitTicket: (shiftId: string, slotId: string, roleId: string, ticket: number) =>
    key(`${PREFIX.shift}${shiftId}`, `WAIT#${slotId}.${roleId}#${String(ticket).padStart(6, '0')}`),
  waitTickets: (shiftId: string, slotId: string, roleId: string) => ({
    pk: `${PREFIX.shift}${shiftId}`,
    prefix: `WAIT#${slotId}.${roleId}#`,
  }),
  /** A line of the leader's list, kept by the stream. */
  rosterLine: (shiftId: string, slotId: string, volunteerId: string) =>
    key(`${PREFIX.shift}${shiftId}`, `UP#${slotId}#${volunteerId}`),
  /** Who came: once a person and slot. */
  attendance: (shiftId: string, slotId: string, volunteerId: string) =>
    key(`${PREFIX.shift}${shiftId}`, `HERE#${slotId}#${volunteerId}`),
  volunteer: (volunteerId: string) => key(`${PREFIX.volunteer}${volunteerId}`, 'PROFILE'),
  /** What staff put right in a month of birth. */
  birthCorrection: (volunteerId: string, op: string) => key(`${PREFIX.volunteer}${volunteerId}`, `BORN#${op}`),
  birthCorrections: (volunteerId: string) => ({ pk: `${PREFIX.volunteer}${volunteerId}`, prefix: 'BORN#' }),
  /** What somebody has promised for a day: an overlap cannot be written. */
  volunteerDay: (volunteerId: string, day: string) => key(`${PREFIX.volunteer}${volunteerId}`, `DAY#${day}`),
  /** The team's membership row once more, under the person. */
  volunteerTeam: (volunteerId: string, teamId: string) => key(`${PREFIX.volunteer}${volunteerId}`, `TEAM#${teamId}`),
  hoursEntry: (volunteerId: string, servedAt: number, entryId: string) =>
    key(`${PREFIX.volunteer}${volunteerId}`, `HOURS#${sortable(servedAt)}#${entryId}`),
  volunteerCertificate: (volunteerId: string, issuedAt: number, code: string) =>
    key(`${PREFIX.volunteer}${volunteerId}`, `CERT#${sortable(issuedAt)}#${code}`),
  /** Points in a community: the balance, and the ledger below it. */
  points: (volunteerId: string, communityId: string) =>
    key(`${PREFIX.volunteer}${volunteerId}`, `POINTS#${communityId}#BALANCE`),
  pointsEntry: (volunteerId: string, communityId: string, at: number, id: string) =>
    key(`${PREFIX.volunteer}${volunteerId}`, `POINTS#${communityId}#E#${sortable(at)}#${id}`),
  certificate: (code: string) => key(`${PREFIX.certificate}${code}`, 'CERT'),
  wish: (wishId: string) => key(`${PREFIX.wish}${wishId}`, 'WISH'),
  wishStep: (wishId: string, rev: number) => key(`${PREFIX.wish}${wishId}`, step(rev)),
  /** What ballots have to tell people: notices hear of it by the stream. */
  voteTelling: (voteId: string, id: string) => key(`${PREFIX.vote}${voteId}`, `TELL#${id}`),

  // ballots: lines of the frozen roll in buckets of 200, each with its homes behind it
  ballotHead: (voteId: string) => key(`${PREFIX.ballot}${voteId}`, 'HEAD'),
  ballotTurnout: (voteId: string) => key(`${PREFIX.ballot}${voteId}`, 'TURNOUT'),
  ballotPapers: (voteId: string) => key(`${PREFIX.ballot}${voteId}`, 'PAPERS'),
  /** How many of them were read, once and twice over. */
  ballotCount: (voteId: string) => key(`${PREFIX.ballot}${voteId}`, 'COUNT'),
  /** An operation on the registers: its retry finds it. */
  ballotOp: (voteId: string, op: string) => key(`${PREFIX.ballot}${voteId}`, `OP#${op}`),
  ballotReminders: (voteId: string) => key(`${PREFIX.ballot}${voteId}`, 'REMINDERS'),
  ballotEvent: (voteId: string, at: number, id: string) => key(`${PREFIX.ballot}${voteId}`, `EV#${sortable(at)}#${id}`),
  ballotEvents: (voteId: string) => ({ pk: `${PREFIX.ballot}${voteId}`, prefix: 'EV#' }),
  ballotSignature: (voteId: string, personId: string) => key(`${PREFIX.ballot}${voteId}`, `SIGNED#${personId}`),
  ballotSignatures: (voteId: string) => ({ pk: `${PREFIX.ballot}${voteId}`, prefix: 'SIGNED#' }),
  ballotLine: (voteId: string, no: number) => key(ballotBucket(voteId, no), lineSk(no)),
  ballotLineHome: (voteId: string, no: number, homeId: string) =>
    key(ballotBucket(voteId, no), `${lineSk(no)}#HOME#${homeId}`),
  /** A line with its homes. */
  ballotLineWhole: (voteId: string, no: number) => ({ pk: ballotBucket(voteId, no), prefix: lineSk(no) }),
  ballotLines: (voteId: string, bucket: number) => ({
    pk: `${PREFIX.ballot}${voteId}#${String(bucket)}`,
    prefix: 'LINE#',
  }),
  /** From this line on to the end of its bucket. */
  ballotLinesFrom: (voteId: string, no: number) => ({
    pk: ballotBucket(voteId, no),
    between: [lineSk(no), 'LINE#~'] as const,
  }),
  /** Which line a home belongs to; which lines are entrusted to a person; whose a paper's number is. */
  ballotHome: (voteId: string, homeId: string) => key(`${PREFIX.ballot}${voteId}#homes`, homeId),
  ballotHomes: (voteId: string) => `${PREFIX.ballot}${voteId}#homes`,
  /** Lines by the keyed hash of a number that the frozen roll has for an owner of theirs. */
  ballotOwner: (voteId: string, phoneHash: string, no: number) =>
    key(`${PREFIX.ballot}${voteId}#owners`, `${phoneHash}#${six(no)}`),
  ballotOwned: (voteId: string, phoneHash: string) => ({
    pk: `${PREFIX.ballot}${voteId}#owners`,
    prefix: `${phoneHash}#`,
  }),
  ballotEntrusted: (voteId: string, personId: string) => key(`${PREFIX.ballot}${voteId}#entrusted`, personId),
  ballotPapersFrom: (voteId: string, serial: number) => ({
    pk: `${PREFIX.ballot}${voteId}#papers`,
    between: [`SERIAL#${six(serial)}`, 'SERIAL#~'] as const,
  }),
  ballotPaper: (voteId: string, serial: number) => key(`${PREFIX.ballot}${voteId}#papers`, `SERIAL#${six(serial)}`),

  // a vote's log
  voteLog: (voteId: string) => key(`${PREFIX.voteLog}${voteId}`, 'HEAD'),
  voteLogLeaf: (voteId: string, index: number) =>
    key(`${PREFIX.voteLog}${voteId}`, `LEAF#${String(index).padStart(9, '0')}`),
  /** Which version of a line was logged last, and where. */
  voteLogLine: (voteId: string, no: number) => key(`${PREFIX.voteLog}${voteId}`, lineSk(no)),
  voteLogLines: (voteId: string) => ({ pk: `${PREFIX.voteLog}${voteId}`, prefix: 'LINE#' }),
  voteLogExtension: (voteId: string, closesAt: number) =>
    key(`${PREFIX.voteLog}${voteId}`, `EXTENSION#${sortable(closesAt)}`),
  voteLogWitness: (voteId: string, party: string, keyHash: string) =>
    key(`${PREFIX.voteLog}${voteId}`, `WITNESS#${party}#${keyHash}`),
  voteLogWitnesses: (voteId: string) => ({ pk: `${PREFIX.voteLog}${voteId}`, prefix: 'WITNESS#' }),

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
  job: (lane: 'jobs' | 'ballots', jobId: string) =>
    key(`${lane === 'jobs' ? PREFIX.job : PREFIX.ballotJob}${jobId}`, 'JOB'),
  rate: (who: string, what: string, window: number) => key(`${PREFIX.rate}${who}`, `${what}#${window}`),
  lease: (name: string) => key(`${PREFIX.lease}${name}`, 'LEASE'),
  counted: (itemId: string, figure: string) => key(`${PREFIX.counted}${itemId}`, figure),
  figure: (scopeId: string, name: string) => key(`${PREFIX.figure}${scopeId}`, name),

  /** Due buckets: one partition a day and kind, so that no partition grows without bound. */
  due: (kind: string, dueAt: number, id: string) => ({
    duePk: dueBucket(kind, dueAt),
    dueSk: `${sortable(dueAt)}#${id}`,
  }),
} as const;

/** The day a moment's bucket is named by. After a stop every day since is walked: an hour each would be too many. */
export const dueDay = (at: number): number => Math.floor(at / DUE_DAY) * DUE_DAY;
export const dueBucket = (kind: string, at: number): string => `DUE#${kind}#${sortable(dueDay(at))}`;
/** Where the walk over due buckets of a kind has got to. */
export const dueCursorKey = (kind: string): Key => key(`${PREFIX.lease}due-${kind}`, 'CURSOR');
