import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { bootWorld } from './world';
import type { World } from './world';

export interface Stage {
  readonly world: () => World;
  readonly browser: () => Browser;
  /** Time moves on to an instant, once what was done is known everywhere; then who is told of it has been told. */
  readonly until: (at: number) => Promise<void>;
  readonly later: (ms: number) => Promise<void>;
}

const there = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('the stage is not set yet');
  return thing;
};

/** One system and one browser for all stories of a test file; both end with it, however it ends. */
export const setStage = (): Stage => {
  let world: World | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    world = await bootWorld();
    browser = await launchBrowser();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await world?.end();
  }, 60_000);
  const until = async (at: number): Promise<void> => {
    const { system } = there(world);
    await system.settle();
    const now = await system.clock.now();
    if (at > now) await system.clock.shift(at - now);
    await system.settle();
  };
  return {
    world: () => there(world),
    browser: () => there(browser),
    until,
    later: async (ms) => until((await there(world).system.clock.now()) + ms),
  };
};
