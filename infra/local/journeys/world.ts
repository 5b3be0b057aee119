import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bootLocalSystem } from '../boot';
import type { LocalSystem } from '../boot';
import { seededWorld } from './seeded-world';

const Compound = z.object({ id: z.string(), name: z.string() });
const Places = z.object({ main: Compound, sampleA: Compound, sampleB: Compound, bare: Compound });
export type Places = z.output<typeof Places>;

export interface World {
  system: LocalSystem;
  readonly places: Places;
  /** Ends it as a power cut would, and starts again on what is on the disk. */
  readonly cutPower: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A system of one's own, full of the small demonstration's life. */
export const bootWorld = async (): Promise<World> => {
  const stateDir = await mkdtemp(join(tmpdir(), 'journey-'));
  await cp(await seededWorld(), stateDir, { recursive: true });
  const boot = (port?: number) =>
    bootLocalSystem({ stateDir, seed: 'small', build: false, ...(port === undefined ? {} : { port }) });
  const world: World = {
    system: await boot(),
    places: Places.parse(JSON.parse(await readFile(join(stateDir, 'demo-places.json'), 'utf8'))),
    cutPower: async () => {
      await world.system.kill();
      // The page in the browser knows one address: the system comes back there.
      world.system = await boot(Number(new URL(world.system.appUrl).port));
    },
    end: async () => {
      await world.system.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
  return world;
};
