import * as z from 'zod/mini';
import { parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';
import type { Checkpoint } from '@gongyi/shared/votes/log/checkpoint';
import type { Continuation } from '@gongyi/shared/votes/log/bundle';
import { checkConsistency } from '@gongyi/shared/votes/log/proof-check';
import { Hash } from '@gongyi/shared/votes/log/leaf';

/** What a delegate's device saw and signed last: the next checkpoint must continue it. */
export const SeenCheckpoint = z.object({ origin: z.string(), size: z.int(), root: Hash });
export type SeenCheckpoint = z.output<typeof SeenCheckpoint>;

export const WITNESS_FAULTS = ['unreadable', 'other-log', 'shorter', 'changed', 'proof-wrong'] as const;
export type WitnessFault = (typeof WITNESS_FAULTS)[number];

export type Checked =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly body: string }
  | { readonly ok: false; readonly fault: WitnessFault };

const fault = (why: WitnessFault): Checked => ({ ok: false, fault: why });

/**
 * Whether a checkpoint may be signed after the one seen before: the same log, no shorter, and the older tree is
 * the beginning of the newer. Whoever has seen none begins with this one.
 */
export const checkBeforeSigning = (
  note: string,
  origin: string,
  seen: SeenCheckpoint | undefined,
  continuation: Continuation | undefined,
): Checked => {
  const read = parseCheckpoint(note);
  if (read === undefined) return fault('unreadable');
  const { checkpoint, body } = read;
  if (checkpoint.origin !== origin) return fault('other-log');
  if (seen === undefined) return { ok: true, checkpoint, body };
  if (seen.origin !== origin) return fault('other-log');
  if (checkpoint.size < seen.size) return fault('shorter');
  if (checkpoint.size === seen.size)
    return checkpoint.root === seen.root ? { ok: true, checkpoint, body } : fault('changed');
  if (continuation === undefined) return fault('proof-wrong');
  const from = parseCheckpoint(continuation.checkpoint)?.checkpoint;
  const fits =
    continuation.from.size === seen.size &&
    from?.size === checkpoint.size &&
    from.root === checkpoint.root &&
    checkConsistency({
      size1: seen.size,
      root1: seen.root,
      size2: checkpoint.size,
      root2: checkpoint.root,
      proof: continuation.proof,
    });
  return fits ? { ok: true, checkpoint, body } : fault('proof-wrong');
};
