import * as z from 'zod/mini';
import { OUTCOMES } from '../assembly-rules';
import { THRESHOLDS } from '../matters';
import { Opening } from './commitment';
import { Hash, PublicKey } from './leaf';
import { RollLine } from './roll-digest';

/**
 * What leaves the system to be checked elsewhere, with `shared/verifier/verify.mjs`. Every field is signed,
 * committed to, or counted anew by the verifier, and any other field is a fault.
 */
export const RECEIPT_KIND = 'gongyi-vote-receipt/1';
export const BUNDLE_KIND = 'gongyi-vote-bundle/1';

const Size = z.int().check(z.minimum(1));
const Proof = z.array(Hash).check(z.maxLength(53));

/** That a ballot is in the log: what its owner keeps. */
export const Receipt = z.strictObject({
  kind: z.literal(RECEIPT_KIND),
  /** The `ballot` leaf's text. */
  leaf: z.string(),
  index: z.int().check(z.minimum(0)),
  /** The checkpoint's size. */
  size: Size,
  /** Inclusion of the leaf in the tree of the checkpoint. */
  proof: Proof,
  /** A signed checkpoint with the log's own line alone (`withSignatures`): the witnesses' keys are in the log. */
  checkpoint: z.string(),
  /** The log's public key, which is also on the public notice. */
  logKey: PublicKey,
});
export type Receipt = z.output<typeof Receipt>;

/** That one checkpoint continues another: what a witness checks before it cosigns the newer. */
export const Continuation = z.strictObject({
  from: z.strictObject({ size: Size, root: Hash }),
  checkpoint: z.string(),
  proof: Proof,
});
export type Continuation = z.output<typeof Continuation>;

const Measure = z.strictObject({ area: z.int(), heads: z.int() });
const Both = z.strictObject({ area: z.boolean(), heads: z.boolean() });
const Outcome = z.enum(OUTCOMES);
const Tally = z.strictObject({
  all: Measure,
  tookPart: Measure,
  for: Measure,
  against: Measure,
  abstain: Measure,
});

/** One question's count and verdict, as the result publishes it. */
export const BundledResult = z.strictObject({
  questionId: z.string(),
  matterId: z.string(),
  candidateId: z.optional(z.string()),
  tally: Tally,
  outcome: Outcome,
  threshold: z.enum(THRESHOLDS),
  article: z.string(),
  participation: Both,
  agreement: Both,
  withSilence: z.optional(z.strictObject({ tally: Tally, outcome: Outcome })),
});
export type BundledResult = z.output<typeof BundledResult>;

export const BundledElection = z.strictObject({
  matterId: z.string(),
  outcome: z.enum(['elected', 'too-few', 'tie', 'no-quorum']),
  elected: z.array(z.string()),
  alternates: z.array(z.string()),
  tied: z.array(z.string()),
});
export type BundledElection = z.output<typeof BundledElection>;

/** The whole vote, after its close. */
export const VoteBundle = z.strictObject({
  kind: z.literal(BUNDLE_KIND),
  logKey: PublicKey,
  /** The checkpoint over all leaves, signed by the log and by `cosigned`, in this order. */
  checkpoint: z.string(),
  /** Key names of the witnesses whose lines stand on the checkpoint; their keys are `witness` leaves. */
  cosigned: z.array(z.string()),
  /** The text of every leaf. */
  leaves: z.array(z.string()),
  /** Every line of the roll, sorted by mark. */
  roll: z.array(RollLine),
  /** One for each line that took part, sorted by mark: the answers of its last version. */
  openings: z.array(Opening),
  /** In the order of the questions on the paper. */
  results: z.array(BundledResult),
  /** In the order of the matters. */
  elections: z.array(BundledElection),
});
export type VoteBundle = z.output<typeof VoteBundle>;
