import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHandler } from '../bench/handler';
import type { Handler } from '../bench/handler';
import type { LocalSystem } from '../local/boot';
import { bootBuilt } from '../local/world/boot-built';
import { buildWorld } from '../local/world/build';
import type { World } from '../local/world/build';
import { randomOf } from '../local/fuzz/random';
import { startFaultProxy } from './fault-proxy';
import type { FaultProxy } from './fault-proxy';

const BUNDLE = fileURLToPath(new URL('../../functions/dist/api/index.mjs', import.meta.url));

/** The built API over the local system's engine, with faults made between the two. */
export interface Faulty {
  readonly world: World;
  readonly proxy: FaultProxy;
  /** The API's handler, whose calls to the table pass the proxy. */
  readonly handler: Handler;
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
  const handler = await loadHandler(join(BUNDLE), {
    ...system.operatorEnv,
    AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
    PUBLIC_BASE_URL: system.appUrl,
    WECHAT_API_BASE: system.wechatUrl,
    CALLS_PER_MINUTE: '100000000',
  });
  return {
    world,
    proxy,
    handler,
    stop: async () => {
      await proxy.close();
      await system.stop();
    },
  };
};
