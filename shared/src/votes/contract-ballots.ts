import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, text } from '../kernel/schema';
import { Choices } from './ballot';
import { Receipt } from './log/bundle';
import { Hash } from './log/leaf';
import { VoteStatus } from './vote';
import { LegalForce } from './voting-rules';

/** What an owner does with the ballot of a head, and what everybody may know of a vote while it runs. */
export const OfVoteBallots = z.object({ voteId: Id });
/** A line of the frozen roll: one head with all its homes. */
export const LineNo = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(999_999));
export const OfLine = z.object({ voteId: Id, line: LineNo });

/** How the person who holds a line's ballot came to it. */
export const ELECTOR_WAYS = ['roll', 'staff', 'co-owners', 'proxy'] as const;
export const ElectorWay = z.enum(ELECTOR_WAYS);
export type ElectorWay = z.output<typeof ElectorWay>;

/** A home as its line counts it; area in hundredths of a square metre. */
export const LineHome = z.object({ homeId: PlaceId, name: z.string(), area: z.int() });
export type LineHome = z.output<typeof LineHome>;

/** What an owner's screen says the same at every retry. */
export const CastAnswer = z.object({ castId: Id, version: z.int(), leafHash: Hash, castAt: Instant });
export type CastAnswer = z.output<typeof CastAnswer>;

/**
 * What stands against casting this line now. `not-open`, `ended`: the time; `cast`: it is done; `paper`: the home
 * returned a paper; `voter-unnamed`: co-owners have not agreed on one; `other-elector`: somebody else holds it;
 * `elector-unknown`: staff must say who, since the roll does not.
 */
export const LINE_STATES = [
  'may-cast',
  'may-change',
  'not-open',
  'cast',
  'paper',
  'ended',
  'voter-unnamed',
  'other-elector',
  'elector-unknown',
] as const;

/** A head as the asker may see it: whole for its owners and its elector, for others of a household their own home. */
export const MyLine = z.object({
  line: z.int(),
  homes: z.array(LineHome),
  area: z.int(),
  /** Owners on the roll; 0 while the developer holds the homes. Left out for who sees their own home of it alone. */
  coOwners: z.optional(z.int()),
  state: z.enum(LINE_STATES),
  /** Who holds the ballot, if anybody does; the name is masked unless it is the asker. */
  elector: z.optional(z.object({ name: z.string(), mine: z.boolean(), by: ElectorWay })),
  /** The asker votes for this line by a written authorisation. */
  asProxy: z.boolean(),
  ballot: z.optional(CastAnswer),
  paper: z.optional(
    z.object({
      serial: z.int(),
      deliveredAt: z.optional(Instant),
      returnedAt: z.optional(Instant),
      /** The home says it is not theirs. */
      disownedAt: z.optional(Instant),
      settled: z.optional(z.object({ keep: z.boolean(), reason: z.string(), at: Instant })),
      mayDisown: z.boolean(),
    }),
  ),
  /** Of a co-owned line: whom the asker may name, and how far the co-owners are. */
  naming: z.optional(
    z.object({
      people: z.array(z.object({ personId: Id, name: z.string(), mine: z.boolean() })),
      named: z.int(),
      needed: z.int(),
      namedByMe: z.optional(Id),
    }),
  ),
});
export type MyLine = z.output<typeof MyLine>;

export const getMyLines = defineRoute({
  id: 'ballots.mine',
  method: 'GET',
  path: '/ballots/{voteId}/mine',
  summary: 'What exactly is counted for me in a vote: lines of the roll with homes and area, and whether I may cast',
  access: 'signed-in',
  params: OfVoteBallots,
  query: Nothing,
  body: Nothing,
  reply: z.object({ status: VoteStatus, lines: z.array(MyLine) }),
  refusals: [],
});

export const castBallot = defineRoute({
  id: 'ballots.cast',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/cast',
  summary: 'Cast the one ballot of a head; the choices are sealed until the close',
  access: 'ballot.cast',
  params: OfLine,
  query: Nothing,
  body: z.object({
    choices: Choices,
    /** Where the rules allow a change: the version the elector saw; 0 for the first. */
    seen: z._default(z.int().check(z.minimum(0)), 0),
  }),
  reply: CastAnswer,
  refusals: [
    'vote-not-open',
    'vote-closed',
    'choices-invalid',
    'already-cast',
    'paper-returned',
    'not-the-elector',
    'voter-not-named',
    'changed-meanwhile',
  ],
});

export const nameVoter = defineRoute({
  id: 'ballots.name-voter',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/voter',
  summary: 'Name, as a co-owner, who votes for the home 共有人投票代表; when all name the same, that person may cast',
  access: 'ballot.name-voter',
  params: OfLine,
  query: Nothing,
  body: z.object({ personId: Id }),
  reply: MyLine,
  refusals: [
    'vote-not-open',
    'vote-closed',
    'already-cast',
    'paper-returned',
    'not-co-owned',
    'not-a-co-owner',
    'changed-meanwhile',
  ],
});

export const disownPaper = defineRoute({
  id: 'ballots.disown',
  method: 'POST',
  path: '/ballots/{voteId}/lines/{line}/disown',
  summary:
    'Say that a paper ballot registered for one’s home is not theirs 不是我投的; staff settle it before counting',
  access: 'ballot.disown',
  params: OfLine,
  query: Nothing,
  body: z.object({ words: z.optional(text(300)) }),
  reply: MyLine,
  refusals: ['not-returned', 'already-disowned', 'already-counted'],
});

export const getReceipt = defineRoute({
  id: 'ballots.receipt',
  method: 'GET',
  path: '/ballots/{voteId}/lines/{line}/receipt',
  summary: 'The receipt of one’s own ballot: with its proof as soon as the log’s next checkpoint has it',
  access: 'ballot.cast',
  params: OfLine,
  query: Nothing,
  body: Nothing,
  reply: z.object({ ballot: CastAnswer, receipt: z.optional(Receipt) }),
  refusals: ['not-cast'],
});

const Measure = z.object({ area: z.int(), heads: z.int() });

/** How a vote stands, for everybody: never a choice, never who has voted. */
export const BallotsState = z.object({
  status: VoteStatus,
  legalForce: LegalForce,
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  electorate: z.optional(Measure),
  /** Long work that is under way: opening, sealing, tallying. `stalled`: it keeps failing, and is tried again by itself. */
  progress: z.optional(
    z.object({
      work: z.enum(['opening', 'sealing', 'tallying']),
      done: z.int(),
      total: z.int(),
      stalled: z.boolean(),
    }),
  ),
  /** In coarse steps while it runs (see `turnout-rules.ts`), exact after the close. Tenths of a percent, rounded down. */
  turnout: z.optional(z.object({ at: Instant, tookPart: Measure, areaPermille: z.int(), headsPermille: z.int() })),
  /** Whether two thirds take part, as far as the public count tells. */
  reached: z.optional(z.object({ area: z.boolean(), heads: z.boolean() })),
  /** Papers still to be counted, once counting began. */
  counting: z.optional(z.object({ papers: z.int(), confirmed: z.int(), signed: z.int(), scrutineers: z.int() })),
});
export type BallotsState = z.output<typeof BallotsState>;

export const getBallotsState = defineRoute({
  id: 'ballots.state',
  method: 'GET',
  path: '/ballots/{voteId}/state',
  summary: 'How a running vote stands: progress of its opening and counting, turnout in coarse steps',
  access: 'anyone',
  params: OfVoteBallots,
  query: Nothing,
  body: Nothing,
  reply: BallotsState,
  refusals: [],
});
