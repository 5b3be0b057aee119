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
