import { randomOf } from '../local/fuzz/random';
import { figureTable } from './figure';
import type { Figure } from './figure';
import { bootFaulty } from './faulty';
import type { Faulty } from './faulty';
import { runLifecycle } from './lifecycle';
import type { Lifecycle } from './lifecycle';
import { requestLifecycle } from './requests';
import { sessionLifecycle, topicLifecycle } from './council';

/**
 * `npm run faults`: what must hold when calls to the table are throttled, answers are lost after the commit,
 * transactions meet and reads are old. `SCALE` multiplies the counts, `SEED` replays a run, `ONLY` runs one test. Ends with 1 if
 * anything went wrong.
 */
const RATES = { throttled: 0.05, lost: 0.05, stale: 0.2 };
const SEEDS = 1_000;
/** Seeds at once: most of the time a call waits out a fault that was made. */
const LANES = 12;

const lifecycleFigure = async (
  name: string,
  faulty: Faulty,
  lifecycle: Lifecycle,
  seed: number,
  scale: number,
  say: (line: string) => void,
): Promise<Figure> => {
  const seeds = Math.max(1, Math.round(SEEDS * scale));
  const wrong: string[] = [];
  const sums = { acknowledged: 0, refused: 0, again: 0 };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < seeds) {
      const own = seed + next;
      next += 1;
      const { problems, ...counts } = await runLifecycle(faulty.handler, lifecycle, randomOf(own));
      wrong.push(...problems.map((problem) => `SEED=${String(own)}: ${problem}`));
      sums.acknowledged += counts.acknowledged;
      sums.refused += counts.refused;
      sums.again += counts.again;
      if (next % 100 === 0) say(`${name}: ${String(next)} of ${String(seeds)} seeds`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await faulty.world.system.settle();
  return {
    test: `lifecycle of ${name}`,
    tried: `${String(seeds)} seeds, ${String(lifecycle.actors.length)} actors, ${String(sums.acknowledged)} moves acknowledged, ${String(sums.refused)} refused, ${String(sums.again)} sent again`,
    wrong: wrong.length,
    shown: wrong,
  };
};

export const faults = async (spec: {
  readonly seed: number;
  readonly scale: number;
  /** One of the tests alone. */
  readonly only?: string | undefined;
  readonly say: (line: string) => void;
}): Promise<readonly Figure[]> => {
  const { seed, scale, only, say } = spec;
  const faulty = await bootFaulty(seed);
  try {
    faulty.proxy.make(RATES);
    const figures: Figure[] = [];
    const lives = [
      ['requests', requestLifecycle(faulty)],
      ['topics', topicLifecycle(faulty)],
      ['sessions', sessionLifecycle(faulty)],
    ] as const;
    for (const [index, [name, lifecycle]] of lives.entries()) {
      // Seeds of their own: the same keys would name the same operations.
      if ((only ?? name) === name)
        figures.push(await lifecycleFigure(name, faulty, lifecycle, seed + index * 1_000_000, scale, say));
    }
    const { calls, throttled, lost, conflicts, stale } = faulty.proxy.counts;
    say(
      `${String(calls)} calls to the table: ${String(throttled)} throttled, ${String(lost)} answers lost, ${String(conflicts)} conflicts, ${String(stale)} stale reads`,
    );
    return figures;
  } finally {
    await faulty.stop();
  }
};

export { figureTable };
