import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Phone } from '../people/contract';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { PhotoView } from '../media/contract';
import { Choices } from './ballot';
import { ElectorWay, LineHome, LineNo, OfLine, OfVoteBallots } from './contract-ballots';
import { VoteStatus } from './vote';

/** The registers of staff: who may cast for whom, paper out and back, calls at doors, and the counting. */
const Photos = z.array(Id).check(z.minLength(1), z.maxLength(6));

/** The number printed on a paper ballot 表决票编号. */
export const LAST_SERIAL = 999_999;
export const Serial = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LAST_SERIAL));

/**
 * Numbers that papers of a line may be printed with, of so many lines: its own first; what is good for nothing any
 * more is replaced by the next, which is no other line's.
 */
export const serialOf = (line: number, lines: number, issue: number): number => line + issue * lines;

/** Signed for, posted, or left by notice 公告送达. */
export const DELIVERY_WAYS = ['signed', 'posted', 'notice'] as const;
export const DeliveryWay = z.enum(DELIVERY_WAYS);
export type DeliveryWay = z.output<typeof DeliveryWay>;

/** Who brought a paper back; never what stands on it. */
export const HANDED_IN_BY = ['owner', 'household', 'collected'] as const;
export const HandedInBy = z.enum(HANDED_IN_BY);
export type HandedInBy = z.output<typeof HandedInBy>;

/** A line as the registers show it: not whether its ballot was cast by phone. */
export const RegisterLine = z.object({
  line: z.int(),
  homes: z.array(LineHome),
  area: z.int(),
  coOwners: z.int(),
  /** Since when is left out for an owner by the roll until the vote is published: often it is when they cast. */
  elector: z.optional(z.object({ name: z.string(), by: ElectorWay, at: z.optional(Instant) })),
  paper: z.optional(
    z.object({
      serial: z.int(),
      delivered: z.optional(z.object({ way: DeliveryWay, at: Instant })),
      returnedAt: z.optional(Instant),
      handedInBy: z.optional(HandedInBy),
      disowned: z.optional(z.object({ at: Instant, words: z.optional(z.string()) })),
      settled: z.optional(z.object({ keep: z.boolean(), reason: z.string(), at: Instant })),
      /** Numbers given out before to this line: replaced or voided, and void for good. */
      voided: z.array(z.int()),
    }),
  ),
});
export type RegisterLine = z.output<typeof RegisterLine>;

export const REGISTER_FILTERS = ['all', 'no-elector', 'paper-out', 'paper-back', 'disowned'] as const;

export const listRegister = defineRoute({
  id: 'ballots.list-register',
  method: 'GET',
  path: '/ballots/{voteId}/lines',
  summary: 'The registers of a vote line by line: electors, papers delivered and returned; never who voted by phone',
  access: 'ballot.register',
  params: OfVoteBallots,
  query: z.extend(PageQuery, { filter: z._default(z.enum(REGISTER_FILTERS), 'all') }),
  body: Nothing,
  reply: pageOf(RegisterLine),
  refusals: ['cursor-invalid'],
});

export const findRegisterLine = defineRoute({
  id: 'ballots.find-line',
  method: 'GET',
  path: '/ballots/{voteId}/homes/{homeId}',
  summary: 'The line of a home, as the registers show it',
  access: 'ballot.register',
  params: z.object({ voteId: Id, homeId: PlaceId }),
  query: Nothing,
  body: Nothing,
  reply: RegisterLine,
  refusals: [],
});

const ELECTOR_REFUSALS = [
  'vote-not-open',
  'vote-closed',
  'already-cast',
  'paper-returned',
  'changed-meanwhile',
  'person-unknown',
  'photos-unknown',
] as const;

export const nameElector = defineRoute({
  id: 'ballots.name-elector',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/elector',
  summary:
    'Say by document who casts for a line: a verified owner, the co-owners’ written choice, the developer’s representative; who owns no home of it counts like a proxy',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ phone: Phone, reason: text(200), photos: Photos }),
  reply: RegisterLine,
  refusals: [...ELECTOR_REFUSALS, 'proxy-limit', 'works-for-company'],
});

export const registerProxy = defineRoute({
  id: 'ballots.register-proxy',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/proxy',
  summary: 'Register a checked written authorisation for this one vote: from now on the proxy casts for the line',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ phone: Phone, reason: text(200), photos: Photos }),
  reply: RegisterLine,
  refusals: [...ELECTOR_REFUSALS, 'proxy-limit', 'proxy-same', 'works-for-company'],
});

export const endProxy = defineRoute({
  id: 'ballots.end-proxy',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/proxy/end',
  summary:
    'End an authorisation: its proxy casts nothing by it any more; a ballot cast stays, and the answer does not tell',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ reason: text(200) }),
  reply: RegisterLine,
  refusals: ['vote-not-open', 'vote-closed', 'paper-returned', 'no-proxy', 'changed-meanwhile'],
});

export const deliverPaper = defineRoute({
  id: 'ballots.deliver',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/delivery',
  summary: 'Enter in the delivery register 送达登记 that a numbered paper was given out, how and when',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ serial: Serial, way: DeliveryWay, photos: z._default(z.array(Id).check(z.maxLength(6)), []) }),
  reply: RegisterLine,
  refusals: ['vote-not-open', 'vote-closed', 'serial-taken', 'already-returned', 'photos-unknown', 'changed-meanwhile'],
});

export const returnPaper = defineRoute({
  id: 'ballots.return',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/return',
  summary:
    'Enter that a delivered paper came back, and by whom: it uses up the head’s ballot, and the home is told; its face is seen after the close only',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ serial: Serial, by: HandedInBy }),
  reply: RegisterLine,
  refusals: ['vote-not-open', 'vote-closed', 'serial-unknown', 'already-cast', 'already-returned', 'changed-meanwhile'],
});

export const settlePaper = defineRoute({
  id: 'ballots.settle',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/settle',
  summary: 'Settle a disowned paper with the reason: keep it, or void it, which frees the head while the vote runs',
  access: 'ballot.register',
  params: OfLine,
  query: Nothing,
  body: z.object({ keep: z.boolean(), reason: text(300) }),
  reply: RegisterLine,
  refusals: ['not-disowned', 'already-counted'],
});

const ReadChoices = z.object({ kind: z.literal('choices'), choices: Choices });
const ReadSpoiled = z.object({ kind: z.literal('spoiled'), reason: text(120) });
/** What one reads from a paper: every answer, or why it is spoiled 废票. */
export const PaperEntry = z.discriminatedUnion('kind', [ReadChoices, ReadSpoiled]);
export type PaperEntry = z.output<typeof PaperEntry>;

/** As many pictures as a paper keeps of its face. */
export const MOST_FACES = 6;

/** The paper's face, taken by who reads it out; needed unless the paper has its picture already. */
const Face = { photos: z._default(z.array(Id).check(z.maxLength(MOST_FACES)), []) };
export const FirstReading = z.discriminatedUnion('kind', [z.extend(ReadChoices, Face), z.extend(ReadSpoiled, Face)]);
export type FirstReading = z.output<typeof FirstReading>;

/** `waiting`: for the first reading; `entered`: for another's; `differs`: they read differently, it begins anew. */
export const PAPER_STATES = ['waiting', 'entered', 'differs', 'confirmed'] as const;
export const BoxPaper = z.object({
  line: z.int(),
  serial: z.int(),
  photos: z.array(PhotoView),
  state: z.enum(PAPER_STATES),
  enteredByMe: z.boolean(),
  /** The home said it is not theirs and nobody settled it: it cannot be counted yet. */
  disputed: z.boolean(),
});
export type BoxPaper = z.output<typeof BoxPaper>;

/** How far the counting of the box is, and what the asker may do about it. */
export const BoxState = z.object({
  status: VoteStatus,
  /** Papers that lie in it; read once, and waiting for another's reading; read twice alike. */
  counts: z.object({ papers: z.int(), entered: z.int(), confirmed: z.int() }),
  scrutineers: z.array(z.object({ name: z.string(), mine: z.boolean(), signedAt: z.optional(Instant) })),
  mayEnter: z.boolean(),
  maySign: z.boolean(),
  mayFinish: z.boolean(),
  /** All is counted and somebody has not signed: from when it may be ended without them, with the reason. */
  signedUntil: z.optional(Instant),
});
export type BoxState = z.output<typeof BoxState>;

export const Box = z.extend(pageOf(BoxPaper), BoxState.shape);
export type Box = z.output<typeof Box>;

export const getBox = defineRoute({
  id: 'ballots.box',
  method: 'GET',
  path: '/ballots/{voteId}/box',
  summary:
    'The ballot box after the close: returned papers by their numbers, each with its photo and how far it is counted; who signed',
  access: 'ballot.sign-count',
  params: OfVoteBallots,
  query: PageQuery,
  body: Nothing,
  reply: Box,
  refusals: ['move-not-allowed', 'cursor-invalid'],
});

const OfPaper = z.object({ voteId: Id, line: LineNo });
const COUNT_REFUSALS = [
  'move-not-allowed',
  'serial-unknown',
  'choices-invalid',
  'paper-disputed',
  'already-counted',
] as const;

export const enterPaper = defineRoute({
  id: 'ballots.enter-paper',
  method: 'POST',
  path: '/ballots/{voteId}/papers/{line}/entry',
  summary:
    'Read a paper out 唱票, with a picture of its face: its answers, or why it is spoiled; again only by the same reader, or once two differed',
  access: 'ballot.count',
  params: OfPaper,
  query: Nothing,
  body: FirstReading,
  reply: BoxPaper,
  refusals: [...COUNT_REFUSALS, 'photo-needed', 'photos-unknown', 'changed-meanwhile'],
});

export const confirmPaper = defineRoute({
  id: 'ballots.confirm-paper',
  method: 'POST',
  path: '/ballots/{voteId}/papers/{line}/confirmation',
  summary: 'Read a paper a second time 计票, another person against the photo; where the two differ it begins anew',
  access: 'ballot.count',
  params: OfPaper,
  query: Nothing,
  body: PaperEntry,
  reply: BoxPaper,
  refusals: [...COUNT_REFUSALS, 'own-entry', 'changed-meanwhile'],
});

export const signCount = defineRoute({
  id: 'ballots.sign-count',
  method: 'POST',
  path: '/ballots/{voteId}/box/signature',
  summary: 'Sign the counting as a scrutineer 监票人 named in the notice',
  access: 'ballot.sign-count',
  params: OfVoteBallots,
  query: Nothing,
  body: Nothing,
  reply: BoxState,
  refusals: ['move-not-allowed', 'papers-uncounted', 'already-signed'],
});

export const finishCount = defineRoute({
  id: 'ballots.finish-count',
  method: 'POST',
  path: '/ballots/{voteId}/box/finish',
  summary:
    'End the counting of papers, signed by every scrutineer, or after their days without who did not, with the reason: the result is counted from here on by itself',
  access: 'ballot.count',
  params: OfVoteBallots,
  query: Nothing,
  body: z.object({ unsigned: z.optional(text(200)) }),
  reply: BoxState,
  refusals: ['move-not-allowed', 'papers-uncounted', 'count-unsigned'],
});

/** A home that has not voted, for who calls there 扫楼. */
export const Door = z.object({ homeId: PlaceId, name: z.string(), line: z.int(), paperOut: z.boolean() });

export const listDoors = defineRoute({
  id: 'ballots.list-doors',
  method: 'GET',
  path: '/ballots/{voteId}/doors',
  summary:
    'Homes of a building that have not voted, only for who was assigned to call there; each look is written down',
  access: 'signed-in',
  params: OfVoteBallots,
  query: z.object({ placeId: PlaceId }),
  body: Nothing,
  reply: z.object({ items: z.array(Door), voted: z.int(), homes: z.int() }),
  refusals: [],
});
