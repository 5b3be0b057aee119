import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../http/free-port';
import { AwsJsonError, awsJson } from './aws-json';
import { startGuarded } from './guarded-child';
import { findEngine } from './programs';
import type { EngineProgram } from './programs';

export interface Engine {
  readonly endpoint: string;
  /** Resolves when the engine ends, asked or not; with its last complaint. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

const START_MS = 20_000;
const TRIES = 3;

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await awsJson(endpoint, 'DynamoDB_20120810.ListTables', {});
    return true;
  } catch (fault) {
    return fault instanceof AwsJsonError;
  }
};

const start = async (lane: EngineProgram, dataDir: string | undefined): Promise<Engine> => {
  let complaints = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const port = await freePort();
    const child = startGuarded(lane.program, lane.args(port, dataDir));
    const endpoint = `http://127.0.0.1:${String(port)}`;
    const life = new AbortController();
    const ended = child.ended.then(() => {
      life.abort();
      return child.complaints();
    });
    const limit = Date.now() + START_MS;
    while (!life.signal.aborted && Date.now() < limit) {
      if (await answers(endpoint)) return { endpoint, ended, stop: child.stop };
      await sleep(10);
    }
    await child.stop();
    complaints = child.complaints();
  }
  throw new Error(`The table's engine did not start. It said: ${complaints.trim() || 'nothing'}`);
};

/**
 * Starts the table's engine on a port of its own. With `dataDir` the table survives a restart, without it
 * lives in memory. Neither engine reports a port it chose itself, so we choose one and try again if another
 * program took it in between.
 */
export const startEngine = async (dataDir?: string): Promise<Engine> => {
  const lane = findEngine();
  if (dataDir === undefined) return start(lane, undefined);
  await mkdir(dataDir, { recursive: true });
  if (lane.prepare !== undefined && lane.isNew?.(dataDir) === true) {
    const first = await start(lane, dataDir);
    await first.stop();
    await lane.prepare(dataDir);
  }
  return start(lane, dataDir);
};
