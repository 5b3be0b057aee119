import { randomOf } from '../local/fuzz/random';
import { bundleFigure } from './bundles';
import { figureTable } from './figure';
import type { Figure } from './figure';
import { bootFaulty } from './faulty';
import type { Faulty } from './faulty';
import { runLifecycle } from './lifecycle';
import type { Lifecycle } from './lifecycle';
import { requestLifecycle } from './requests';
import { sessionLifecycle, topicLifecycle } from './council';
import { castsFigure } from './casts';
import { closingFigure } from './closing';
import { restoredFigure } from './restored';
import { secrecyFigure } from './secrecy';
import { signUpsFigure } from './sign-ups';

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
  let [next, done] = [0, 0];
  const lane = async (): Promise<void> => {
    while (next < seeds) {
      const own = seed + next;
      next += 1;
      const { problems, ...counts } = await runLifecycle(faulty.handler, lifecycle, randomOf(own));
      wrong.push(...problems.map((problem) => `SEED=${String(own)}: ${problem}`));
      sums.acknowledged += counts.acknowledged;
      sums.refused += counts.refused;
      sums.again += counts.again;
      done += 1;
      // A run that is ended early has shown this much.
      if (done % 50 === 0 || done === seeds)
        say(
          `${name}: ${String(done)} of ${String(seeds)} seeds, ${String(sums.acknowledged)} moves acknowledged; wrong: ${String(wrong.length)}`,
        );
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
  /** Some of the tests alone, by their names with commas between. */
  readonly only?: string | undefined;
  readonly say: (line: string) => void;
}): Promise<readonly Figure[]> => {
  const { seed, scale, say } = spec;
  const names = spec.only?.split(',');
  const wanted = (name: string): boolean => names?.includes(name) ?? true;
  const bundles = wanted('bundles') ? [await bundleFigure(seed, scale, say)] : [];
  // They need no table.
  if (spec.only === 'bundles') return bundles;
  const faulty = await bootFaulty(seed);
  try {
    faulty.proxy.make(RATES);
    const figures: Figure[] = [...bundles];
    const lives = [
      ['requests', requestLifecycle(faulty)],
      ['topics', topicLifecycle(faulty)],
      ['sessions', sessionLifecycle(faulty)],
    ] as const;
    for (const [index, [name, lifecycle]] of lives.entries()) {
      // Seeds of their own: the same keys would name the same operations.
      if (wanted(name))
        figures.push(await lifecycleFigure(name, faulty, lifecycle, seed + index * 1_000_000, scale, say));
    }
    // Before the votes, which let weeks pass.
    if (wanted('signups')) figures.push(await signUpsFigure(faulty, randomOf(seed), scale, say));
    // Each once; `SEED` and `SCALE` are theirs too.
    const votes: Readonly<Record<string, () => Promise<Figure>>> = {
      casts: () => castsFigure(faulty, randomOf(seed), scale, say),
      closing: () => closingFigure(faulty, seed, scale, say),
      secrecy: () => secrecyFigure(faulty, randomOf(seed), say),
      restored: () => restoredFigure(faulty, randomOf(seed), scale, say),
    };
    for (const [name, run] of Object.entries(votes)) if (wanted(name)) figures.push(await run());
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
