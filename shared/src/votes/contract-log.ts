import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf } from '../kernel/schema';
import { OfVoteBallots } from './contract-ballots';
import { Continuation } from './log/bundle';
import { Hash, PublicKey } from './log/leaf';

/** The log of a vote: what anybody may check, and what the four parties' delegates sign. */
const Party = z.enum(PARTIES);
const Size = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000_000));

export const LogView = z.object({
  origin: z.string(),
  /** Leaves up to the last checkpoint: what has come since is told to nobody. */
  size: z.int(),
  closed: z.boolean(),
  /** The newest checkpoint as a signed note, with every cosignature it has. */
  checkpoint: z.optional(z.string()),
  checkpointAt: z.optional(Instant),
  logKey: PublicKey,
  /** Keys that delegates made on their own devices, and the size each signed last. */
  witnesses: z.array(
    z.object({ party: Party, key: PublicKey, name: z.string(), since: Instant, lastSize: z.optional(z.int()) }),
  ),
  /** Parties for which the asker may register a key and cosign. */
  mine: z.array(Party),
});
export type LogView = z.output<typeof LogView>;

export const getLog = defineRoute({
  id: 'ballots.log',
  method: 'GET',
  path: '/ballots/{voteId}/log',
  summary: 'The log of a vote: its newest signed checkpoint, its key and its witnesses',
  access: 'anyone',
  params: OfVoteBallots,
  query: Nothing,
  body: Nothing,
  reply: LogView,
  refusals: [],
});

export const getContinuation = defineRoute({
  id: 'ballots.continuation',
  method: 'GET',
  path: '/ballots/{voteId}/log/continuation',
  summary: 'The proof that the newest checkpoint continues one that somebody saw before',
  access: 'anyone',
  params: OfVoteBallots,
  query: z.object({ size: Size }),
  body: Nothing,
  reply: Continuation,
  refusals: ['checkpoint-unknown'],
});

export const addWitness = defineRoute({
  id: 'ballots.add-witness',
  method: 'POST',
  path: '/ballots/{voteId}/log/witnesses',
  summary: 'Register the public half of a key made on one’s own device, to cosign for a party; it goes into the log',
  access: 'vote.witness',
  params: OfVoteBallots,
  query: Nothing,
  body: z.object({ party: Party, key: PublicKey }),
  reply: LogView,
  refusals: ['party-not-yours', 'key-invalid', 'too-many-keys', 'vote-not-open', 'vote-closed'],
});

export const cosign = defineRoute({
  id: 'ballots.cosign',
  method: 'POST',
  path: '/ballots/{voteId}/log/cosignatures',
  summary:
    'Hand in a signature of the newest checkpoint, made on the delegate’s device after checking that it continues',
  access: 'vote.witness',
  params: OfVoteBallots,
  query: Nothing,
  body: z.object({
    party: Party,
    key: PublicKey,
    /** Of the checkpoint that is signed. */
    size: Size,
    /** Base64: Ed25519 as it is, ECDSA as DER with low s. */
    signature: z.string().check(z.regex(/^[A-Za-z0-9+/]{80,120}={0,2}$/)),
  }),
  reply: LogView,
  refusals: ['party-not-yours', 'witness-unknown', 'checkpoint-unknown', 'signature-wrong'],
});

export const getBundle = defineRoute({
  id: 'ballots.bundle',
  method: 'GET',
  path: '/ballots/{voteId}/bundle',
  summary: 'An address to fetch all that is needed to count a published vote again, on any machine',
  access: 'anyone',
  params: OfVoteBallots,
  query: Nothing,
  body: Nothing,
  reply: z.object({ url: z.string(), sha256: Hash, bytes: z.int() }),
  refusals: ['move-not-allowed'],
});

export const listParticipation = defineRoute({
  id: 'ballots.list-participation',
  method: 'GET',
  path: '/ballots/{voteId}/participation',
  summary: 'Home by home whether it took part, after the close, where the rules show it; no names, no choices',
  access: 'vote.inspect',
  params: OfVoteBallots,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(
    z.object({
      line: z.int(),
      homes: z.array(z.object({ homeId: PlaceId, name: z.string() })),
      area: z.int(),
      tookPart: z.boolean(),
    }),
  ),
  refusals: ['cursor-invalid', 'move-not-allowed'],
});

export const BALLOT_EVENTS = [
  'elector-named',
  'voter-named',
  'elector-claimed',
  'proxy-registered',
  'proxy-ended',
  'delivered',
  'returned',
  'disowned',
  'settled',
  'count-signed',
] as const;

export const listBallotEvents = defineRoute({
  id: 'ballots.list-events',
  method: 'GET',
  path: '/ballots/{voteId}/events',
  summary: 'What was entered in the registers of a vote: who, when, why; for those who keep them',
  access: 'ballot.register',
  params: OfVoteBallots,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(
    z.object({
      id: Id,
      kind: z.enum(BALLOT_EVENTS),
      line: z.optional(z.int()),
      at: Instant,
      by: z.string(),
      reason: z.optional(z.string()),
    }),
  ),
  refusals: ['cursor-invalid'],
});
