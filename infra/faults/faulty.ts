import { fileURLToPath } from 'node:url';
import { callerOf, loadFunction } from '../bench/handler';
import type { Handler } from '../bench/handler';
import type { LocalSystem } from '../local/boot';
import { bootBuilt } from '../local/world/boot-built';
import { buildWorld } from '../local/world/build';
import type { World } from '../local/world/build';
import { randomOf } from '../local/fuzz/random';
import { startFaultProxy } from './fault-proxy';
import type { FaultProxy } from './fault-proxy';

const bundleOf = (name: string): string =>
  fileURLToPath(new URL(`../../functions/dist/${name}/index.mjs`, import.meta.url));

/** The built functions over the local system's engine, with faults made between the two. */
export interface Faulty {
  readonly world: World;
  readonly proxy: FaultProxy;
  /** Everything under `/api`, by the function that serves it; its calls to the table pass the proxy. */
  readonly handler: Handler;
  /** One tick of the clock: what is due is begun, and the ballots' jobs go on. False if part of it failed. */
  readonly tick: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

export const bootFaulty = async (seed: number): Promise<Faulty> => {
  const system = await bootBuilt();
  try {
    return await faultyOver(system, seed);
  } catch (fault) {
    await system.stop();
    throw fault;
  }
};

const faultyOver = async (system: LocalSystem, seed: number): Promise<Faulty> => {
  const world = await buildWorld(system);
  const proxy = await startFaultProxy(system.tableUrl, randomOf(seed).next);
  const environment = {
    ...system.operatorEnv,
    AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
    PUBLIC_BASE_URL: system.appUrl,
    WECHAT_API_BASE: system.wechatUrl,
    CALLS_PER_MINUTE: '100000000',
  };
  const load = (name: string) => loadFunction(bundleOf(name), environment);
  const [api, ballots, work, schedule] = await Promise.all([
    load('api'),
    load('ballots'),
    load('ballots-work'),
    load('schedule'),
  ]);
  const [onApi, onBallots] = [callerOf(api), callerOf(ballots)];
  const ticked = (task: string) => ({ source: 'aws.events', detail: { task } });
  return {
    world,
    proxy,
    handler: (call) => (call.path.startsWith('/api/ballots/') ? onBallots(call) : onApi(call)),
    tick: async () => {
      const ticks = await Promise.allSettled([schedule(ticked('deadlines')), work(ticked('ballots'))]);
      return ticks.every(({ status }) => status === 'fulfilled');
    },
    stop: async () => {
      await proxy.close();
      await system.stop();
    },
  };
};
