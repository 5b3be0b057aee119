import { join } from 'node:path';
import { readJson, writeWhole } from '../files/write-file';
import type { System } from './system';
import { CannotStart } from './ports';

const SEEDS = ['demo', 'small', 'none'];

/**
 * Fills a new state folder with the demo district, through the same API as people use. A marker written after
 * the last step says that it is complete; seeding derives every key from what it does, so a seed that was cut
 * off is simply run again.
 */
export const seedOnce = async (
  system: System,
  stateDir: string,
  seed: string,
  log: (line: string) => void,
): Promise<void> => {
  if (!SEEDS.includes(seed)) throw new CannotStart(`SEED=${seed} is unknown; it may be ${SEEDS.join(', ')}.`);
  const marker = join(stateDir, 'seeded.json');
  if (seed === 'none' || (await readJson(marker)) !== undefined) return;
  const began = Date.now();
  log('making the demo district …');
  const { seedDemo } = await import('../demo/seed');
  await seedDemo({
    apiBase: `${system.appUrl}/api`,
    wechatBase: system.wechatUrl,
    stateDir,
    operatorEnv: system.operatorEnv,
    size: seed === 'small' ? 'small' : 'full',
    log,
  });
  await system.settle();
  await writeWhole(marker, JSON.stringify({ seed, at: Date.now() }));
  log(`made the demo district in ${((Date.now() - began) / 1000).toFixed(1)} s`);
};
