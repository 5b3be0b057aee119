import * as z from 'zod/mini';
import { Id, Instant } from './schema';

const Fact = z.union([z.string(), z.number(), z.boolean()]);

/** A line of the verifiable record; apart from its hashing, so that contracts need none. */
export const RecordLine = z.object({
  /** 1, 2, 3 …: the revision of the topic or session that this step made. */
  rev: z.int(),
  kind: z.string(),
  at: Instant,
  /** Who acted, as a hash that is the same throughout this record; empty for the clock. */
  by: z.string(),
  /** As what: a party, the convener, a resident, the clock. */
  as: z.string(),
  /** Fingerprint of what was written; empty where nothing was. */
  wordsHash: z.string(),
  photos: z.array(Id),
  facts: z.record(z.string(), Fact),
  /** Fingerprint of the line before; empty for the first. */
  earlier: z.string(),
  fingerprint: z.string(),
});
export type RecordLine = z.output<typeof RecordLine>;
