import * as z from 'zod/mini';
import { readJson, writeWhole } from '../files/write-file';

export interface Clock {
  /** The system's time: the machine's time moved by the shift. Milliseconds since the epoch. */
  readonly now: () => number;
  readonly shiftMs: () => number;
  /** Moves time on by `ms` and resolves once everyone told of it has reacted. Refuses to go back. */
  readonly advance: (ms: number) => Promise<void>;
  readonly onAdvance: (listener: () => Promise<void>) => void;
  /** One signed 64-bit number: the shift, read by the functions' workers. */
  readonly shared: SharedArrayBuffer;
}

const Saved = z.object({ shiftMs: z.int() });
const FURTHEST_MS = 50 * 366 * 86_400_000;

/**
 * The one clock of the local system. Its shift lives in `path` and survives restarts, so that what was due
 * stays due. Time only moves on: a deadline that has passed cannot be made not to have passed. A new clock
 * begins at `firstShiftMs`: behind the machine's, where some days are to be lived through at first.
 */
export const openClock = async (path: string, firstShiftMs = 0): Promise<Clock> => {
  const shared = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(shared);
  const saved = await readJson(path);
  if (saved === undefined && firstShiftMs !== 0) await writeWhole(path, JSON.stringify({ shiftMs: firstShiftMs }));
  Atomics.store(cell, 0, BigInt(saved === undefined ? firstShiftMs : Saved.parse(saved).shiftMs));
  const listeners: (() => Promise<void>)[] = [];
  const shiftMs = (): number => Number(Atomics.load(cell, 0));
  return {
    now: () => Date.now() + shiftMs(),
    shiftMs,
    shared,
    onAdvance: (listener) => {
      listeners.push(listener);
    },
    advance: async (ms) => {
      if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError('time only moves on, by whole milliseconds');
      const shift = shiftMs() + ms;
      if (shift > FURTHEST_MS) throw new RangeError('fifty years ahead is far enough');
      await writeWhole(path, JSON.stringify({ shiftMs: shift }));
      Atomics.store(cell, 0, BigInt(shift));
      await Promise.all(listeners.map((listener) => listener()));
    },
  };
};
