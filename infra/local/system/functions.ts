import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { FunctionName } from '../lambda/functions';
import { FUNCTIONS } from '../lambda/functions';
import type { LambdaFunction } from '../lambda/pool';
import { startFunction } from '../lambda/pool';
import type { Credentials } from '../sigv4/verify';
import type { Addresses } from './environment';
import { functionEnvironment } from './environment';
import { CannotStart } from './ports';

export interface RunningFunctions {
  readonly all: Readonly<Record<FunctionName, LambdaFunction>>;
  readonly stop: () => Promise<void>;
}

/** Starts the seven built functions. What they write goes to `logs/<name>.log` in the state folder. */
export const startFunctions = (
  builtFolder: string,
  stateDir: string,
  at: Readonly<Record<FunctionName, Addresses>>,
  credentials: Credentials,
  shift: SharedArrayBuffer,
): RunningFunctions => {
  mkdirSync(join(stateDir, 'logs'), { recursive: true });
  const logs: ReturnType<typeof createWriteStream>[] = [];
  const start = (name: FunctionName): LambdaFunction => {
    const bundle = join(builtFolder, name, 'index.mjs');
    if (!existsSync(bundle)) throw new CannotStart(`The function ${name} is not built: ${bundle} is missing.`);
    const log = createWriteStream(join(stateDir, 'logs', `${name}.log`), { flags: 'a' });
    logs.push(log);
    const limits = FUNCTIONS[name];
    const env = functionEnvironment(name, limits.memoryMb, at[name], credentials);
    return startFunction({ name, bundle, env, ...limits }, shift, log);
  };
  const all = {
    api: start('api'),
    ballots: start('ballots'),
    'wechat-callback': start('wechat-callback'),
    stream: start('stream'),
    jobs: start('jobs'),
    schedule: start('schedule'),
    'ballots-work': start('ballots-work'),
  };
  return {
    all,
    stop: async () => {
      await Promise.all(Object.values(all).map((fn) => fn.stop()));
      for (const log of logs) log.end();
      await Promise.all(logs.map((log) => finished(log)));
    },
  };
};
