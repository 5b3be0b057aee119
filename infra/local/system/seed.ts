import type { System } from './system';
import { DEMO_DAYS_MS, isDemoSeeded, seedDemo } from '../demo/seed';
import { CannotStart } from './ports';

const SEEDS = ['demo', 'small', 'none'] as const;
export type Seed = (typeof SEEDS)[number];

/** What `SEED` asks for; the demo district when nothing is said. */
export const askedSeed = (text: string | undefined): Seed => {
  const seed = SEEDS.find((each) => each === (text === undefined || text === '' ? 'demo' : text));
  if (seed === undefined) throw new CannotStart(`SEED=${text ?? ''} is unknown; it may be ${SEEDS.join(', ')}.`);
  return seed;
};

/** A demonstration lives through some days first, so a new clock begins that long ago. */
export const firstShiftOf = (seed: Seed): number => (seed === 'none' ? 0 : DEMO_DAYS_MS);

/** Fills a new state folder with the demo district, through the same API as people use; complete, does nothing. */
export const seedOnce = async (
  system: System,
  stateDir: string,
  seed: Seed,
  log: (line: string) => void,
): Promise<void> => {
  if (seed === 'none' || isDemoSeeded(stateDir)) return;
  const began = Date.now();
  log('making the demo district …');
  await seedDemo({
    apiBase: system.appUrl,
    wechatBase: system.wechatUrl,
    stateDir,
    operatorEnv: system.operatorEnv,
    size: seed === 'small' ? 'small' : 'full',
    log,
  });
  log(`made the demo district in ${((Date.now() - began) / 1000).toFixed(1)} s`);
};
