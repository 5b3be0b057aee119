import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { PHONE, returning } from './screen';
import type { DESK, Screen, WALL } from './screen';
import { bootWorld } from './world';
import type { Places, World } from './world';

type Size = typeof PHONE | typeof DESK | typeof WALL;
interface Arriving {
  /** The compound that is looked at; the main one unless given. */
  readonly compound?: keyof Places;
  /** 长辈版 at the largest size. */
  readonly elder?: boolean;
}

export interface Stage {
  readonly world: () => World;
  readonly browser: () => Browser;
  /** Somebody of the demonstration who was here before, or a visitor, with a screen of their own. */
  readonly arrive: (who: string | undefined, size?: Size, more?: Arriving) => Promise<Screen>;
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
    arrive: (who, size = PHONE, { compound = 'main', elder = false } = {}) =>
      returning(there(browser), there(world).system, who && `demo-${who}`, {
        size,
        compoundId: there(world).places[compound].id,
        ...(elder ? { look: { textSize: 'largest', elder } } : {}),
      }),
    later: async (ms) => until((await there(world).system.clock.now()) + ms),
  };
};
