import * as z from 'zod/mini';
import { PARTIES } from '../../district/organisation';
import { Id, Instant } from '../../kernel/schema';
import { RESERVED_MATTERS } from '../matters';
import { LEGAL_FORCES } from '../voting-rules';

/**
 * The leaves of a vote's log, version 1. Leaf 0 is `open`, the last is `close`; between them one `ballot` for
 * each line and version, in the order in which they were logged, `witness` for every key that will cosign and
 * `extension` where the end was moved. A leaf is the UTF-8 text of `leafText`, and its hash is RFC 6962's.
 *
 * A ballot says neither who, nor what, nor how: `line` is the line's mark in this one vote (see `line-mark.ts`),
 * the answers are a salted commitment, and whether it came by phone, proxy or paper is left out, since a few
 * paper ballots would point at a few homes. No time either: it would point at whoever was seen voting.
 */
export const LEAF_FORM = 'gongyi-vote/1';

/** 32 bytes in lower-case hexadecimal: a SHA-256 hash. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A line of the roll as this vote's log knows it: 16 bytes in lower-case hexadecimal. */
export const LineMark = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** A public key: DER SubjectPublicKeyInfo of Ed25519 or ECDSA P-256, in base64. */
export const PublicKey = z.string().check(z.regex(/^[A-Za-z0-9+/]{59}=$|^[A-Za-z0-9+/]{122}==$/));

/** Whole hundredths of a square metre. */
const Area = z.int().check(z.minimum(1));
const Count = z.int().check(z.minimum(0));

const form = { leaf: z.literal(LEAF_FORM), vote: Id };

/** What must be reached, as article 278 para. 2 of the Civil Code has it, by area and by heads. */
export const LoggedRule = z.strictObject({ takesPart: z.literal('>=2/3'), agrees: z.enum(['>1/2', '>=3/4']) });

export const LoggedMatter = z.strictObject({
  id: Id,
  kind: z.enum(RESERVED_MATTERS),
  title: z.string(),
  /** Word for word as on the notice and the ballot. */
  words: z.string(),
  rule: LoggedRule,
  election: z.optional(
    z.strictObject({
      seats: Count,
      alternates: Count,
      candidates: z.array(z.strictObject({ id: Id, name: z.string() })),
    }),
  ),
});
export type LoggedMatter = z.output<typeof LoggedMatter>;

export const OpenLeaf = z.strictObject({
  ...form,
  kind: z.literal('open'),
  title: z.string(),
  compound: z.string(),
  /** Places whose owners vote: the compound itself, or the buildings and entrances that bear the cost. */
  scope: z.array(z.string()),
  legalForce: z.enum(LEGAL_FORCES),
  /** Whether a ballot may be changed until the close; then the highest version counts. */
  mayChange: z.boolean(),
  /** Whether a second tally counts the silent with the majority, beside the lawful one. */
  silenceWithMajority: z.boolean(),
  opensAt: Instant,
  closesAt: Instant,
  /** SHA-256 of the public notice as it was published: it binds plans, budgets and attachments. */
  notice: Hash,
  /** `digest` is `rollDigest` over every line. */
  roll: z.strictObject({ heads: Count, area: Count, digest: Hash }),
  matters: z.array(LoggedMatter).check(z.minLength(1)),
});
export type OpenLeaf = z.output<typeof OpenLeaf>;

export const BallotLeaf = z.strictObject({
  ...form,
  kind: z.literal('ballot'),
  line: LineMark,
  /** 1, 2, 3 … of this line, without gaps and in this order in the log; always 1 where no change is allowed. */
  version: z.int().check(z.minimum(1)),
  /** The line's area, as in the roll. */
  area: Area,
  /** `commitmentOf` the answers. */
  commitment: Hash,
});
export type BallotLeaf = z.output<typeof BallotLeaf>;

/** A key made on a delegate's own device, before it cosigns. A party that changes its device adds another. */
export const WitnessLeaf = z.strictObject({
  ...form,
  kind: z.literal('witness'),
  party: z.enum(PARTIES),
  key: PublicKey,
});
export type WitnessLeaf = z.output<typeof WitnessLeaf>;

/** The end was moved, later than it was, before it came. */
export const ExtensionLeaf = z.strictObject({ ...form, kind: z.literal('extension'), closesAt: Instant });
export type ExtensionLeaf = z.output<typeof ExtensionLeaf>;

export const CloseLeaf = z.strictObject({
  ...form,
  kind: z.literal('close'),
  closedAt: Instant,
  /** Lines that took part, and their area. */
  heads: Count,
  area: Count,
  /** All ballot leaves, with the versions that were replaced. */
  ballots: Count,
});
export type CloseLeaf = z.output<typeof CloseLeaf>;

export const VoteLogLeaf = z.discriminatedUnion('kind', [OpenLeaf, BallotLeaf, WitnessLeaf, ExtensionLeaf, CloseLeaf]);
export type VoteLogLeaf = z.output<typeof VoteLogLeaf>;
