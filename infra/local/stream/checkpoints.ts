import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';

const Saved = z.object({
  streamArn: z.string(),
  shards: z.record(z.string(), z.object({ after: z.optional(z.string()), finished: z._default(z.boolean(), false) })),
});

export interface Checkpoints {
  /** Up to where a shard is handled; undefined when nothing of it is. */
  readonly after: (shardId: string) => string | undefined;
  readonly isFinished: (shardId: string) => boolean;
  readonly reached: (shardId: string, sequenceNumber: string) => void;
  readonly finished: (shardId: string) => void;
  /** Resolves once what was reached is on disk. */
  readonly saved: () => Promise<void>;
}

/**
 * How far a consumer has come, in a file. It is written after the records were handled and never before, so a
 * kill repeats some records and skips none. A file of another stream (the table was made anew) is forgotten.
 */
export const openCheckpoints = async (path: string, streamArn: string): Promise<Checkpoints> => {
  const kept = await readJson(path);
  const parsed = kept === undefined ? undefined : Saved.parse(kept);
  const shards = new Map(Object.entries(parsed?.streamArn === streamArn ? parsed.shards : {}));
  let dirty = false;
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    while (dirty) {
      dirty = false;
      await writeWhole(path, JSON.stringify({ streamArn, shards: Object.fromEntries(shards) }));
    }
    writing = undefined;
  };
  const set = (shardId: string, value: { after?: string; finished: boolean }): void => {
    shards.set(shardId, value);
    dirty = true;
    writing ??= write();
  };
  return {
    after: (shardId) => shards.get(shardId)?.after,
    isFinished: (shardId) => shards.get(shardId)?.finished === true,
    reached: (shardId, after) => {
      set(shardId, { after, finished: false });
    },
    finished: (shardId) => {
      const after = shards.get(shardId)?.after;
      set(shardId, { ...(after === undefined ? {} : { after }), finished: true });
    },
    saved: () => writing ?? Promise.resolve(),
  };
};
