import { RESERVED_MATTERS } from '@gongyi/shared/votes/matters';
import { ElectorWay } from '@gongyi/shared/votes/contract-ballots';
import { DeliveryWay, HandedInBy } from '@gongyi/shared/votes/contract-paper';
import { VoteStatus } from '@gongyi/shared/votes/vote';
import * as z from 'zod/mini';
import type { Item } from '../platform/table';

/** Ballots as stored. Bytes are binary attributes, so that a line with its ballot stays within one write unit. */
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const hex = z.pipe(
  Bytes,
  z.transform((bytes: Uint8Array) => Buffer.from(bytes).toString('hex')),
);

/** What casting reads of a vote, and nothing more. */
export const BallotHead = z.object({
  voteId: z.string(),
  compoundId: z.string(),
  status: VoteStatus,
  opensAt: z.int(),
  closesAt: z.int(),
  mayChange: z.boolean(),
  headsPerProxy: z.int(),
  matters: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(RESERVED_MATTERS),
      election: z.optional(z.object({ seats: z.int(), candidates: z.array(z.object({ id: z.string() })) })),
    }),
  ),
  /** Name of the file that holds the frozen roll's plan. */
  plan: z.string(),
  /** See `vote-keys.ts`. */
  keys: z.object({ count: Bytes, cast: Bytes, publicKey: Bytes }),
  lines: z.int(),
  area: z.int(),
  homes: z.int(),
});
export type BallotHead = z.output<typeof BallotHead>;
export const headOf = (item: Item): BallotHead => z.parse(BallotHead, item);

/** A ballot of a line: what was chosen is sealed; the commitment to it stands in the log. */
export const StoredBallot = z.object({
  /** The operation that cast it: `castId`. */
  op: z.string(),
  at: z.int(),
  way: z.enum(['phone', 'proxy', 'paper']),
  commitment: hex,
  sealed: Bytes,
});
export type StoredBallot = z.output<typeof StoredBallot>;

export const StoredPaper = z.object({
  serial: z.int(),
  deliveredAt: z.optional(z.int()),
  way: z.optional(DeliveryWay),
  returnedAt: z.optional(z.int()),
  handedInBy: z.optional(HandedInBy),
  /** Its face, taken when it is read out: never while the vote runs. */
  photos: z._default(z.array(z.string()), []),
  disownedAt: z.optional(z.int()),
  disownedWords: z.optional(z.string()),
  settled: z.optional(z.object({ keep: z.boolean(), reason: z.string(), at: z.int() })),
  /** The first reading, sealed like a ballot, by whom; or why it is spoiled. */
  entry: z.optional(z.object({ by: z.string(), digest: hex, op: z.string() })),
  differs: z.optional(z.boolean()),
  confirmedBy: z.optional(z.string()),
  confirmedAt: z.optional(z.int()),
  spoiled: z.optional(z.string()),
  /** Numbers given out to this line before. */
  voided: z._default(z.array(z.int()), []),
});
export type StoredPaper = z.output<typeof StoredPaper>;

/** A line of the frozen roll: one head. At most 1 KB with its ballot. */
export const BallotLine = z.object({
  no: z.int(),
  /** How the log calls it. */
  mark: hex,
  area: z.int(),
  homes: z.int(),
  coOwners: z.int(),
  elector: z.optional(z.string()),
  electorBy: z.optional(ElectorWay),
  electorAt: z.optional(z.int()),
  /** Who held it before a proxy was registered. */
  proxyOf: z.optional(z.string()),
  proxyOfBy: z.optional(ElectorWay),
  /** The version of the ballot that stood when an authorisation ended: a proxy had cast it. */
  proxyVersion: z.optional(z.int()),
  /** Which co-owner named whom. */
  named: z._default(z.record(z.string(), z.string()), {}),
  paper: z.optional(StoredPaper),
  /** A paper came back and stands: the head's ballot is used up. */
  returnedAt: z.optional(z.int()),
  ballot: z.optional(StoredBallot),
  ballotVersion: z._default(z.int(), 0),
  /** Commitments of all versions, oldest first. */
  commitments: z._default(z.array(hex), []),
  sealed: z.optional(z.int()),
  lastOp: z.optional(z.string()),
});
export type BallotLine = z.output<typeof BallotLine>;
export const lineOf = (item: Item): BallotLine => z.parse(BallotLine, item);

/** An owner as the frozen roll knows them: keyed hashes of the name and of every number, never those themselves. */
export const LineOwner = z.object({ nameHash: z.string(), phoneHashes: z.array(z.string()) });
export type LineOwner = z.output<typeof LineOwner>;

/** A home of a line, with its owners as they stood on the roll when it was frozen. */
export const LineHomeItem = z.object({
  homeId: z.string(),
  name: z.string(),
  area: z.int(),
  owners: z._default(z.array(LineOwner), []),
});
export type LineHomeItem = z.output<typeof LineHomeItem>;

export const hexBytes = (text: string): Uint8Array => Buffer.from(text, 'hex');
