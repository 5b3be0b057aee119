import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Consumer } from '../stream/consumer';

/**
 * Waits until nothing follows from anything any more: both consumers have handled all that was written, no
 * media check is under way, and neither caused new work while we looked.
 */
export const settler =
  (consumers: readonly Pick<Consumer, 'caughtUp' | 'handed'>[], mediaIdle: () => Promise<void>) =>
  async (): Promise<void> => {
    const handed = (): number => consumers.reduce((sum, consumer) => sum + consumer.handed(), 0);
    let before: number;
    do {
      before = handed();
      await mediaIdle();
      await Promise.all(consumers.map((consumer) => consumer.caughtUp()));
    } while (handed() !== before);
  };

const PATIENCE_MS = 60_000;
const Settled = z.object({ settled: z.boolean() });

/** Whether nothing is left to do, or will be within a minute. */
export const settledSoon = async (
  settle: () => Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<z.output<typeof Settled>> => ({
  settled: await Promise.race([settle().then(() => true), sleep(patienceMs, false, { ref: false })]),
});

/** Asks until nothing is left: telling ten thousand owners takes longer than HTTP clients wait for one answer. */
export const untilSettled = async (ask: () => Promise<unknown>): Promise<void> => {
  while (!z.parse(Settled, await ask()).settled);
};
