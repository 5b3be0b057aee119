import type { Writable } from 'node:stream';
import type { Environment, FunctionSpec, Outcome } from './environment';
import { startEnvironment } from './environment';

/** Lambda's limit on a synchronous call's event and on its answer, in bytes. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

export interface LambdaFunction {
  readonly name: string;
  /** Runs the function once. `event` is anything JSON can say. */
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Starts an environment before the first call needs it. */
  readonly warm: () => void;
  /** Calls running or waiting now. */
  readonly busy: () => number;
  readonly stop: () => Promise<void>;
}

const tooLarge = (errorType: string): Outcome => ({
  kind: 'failed',
  errorType,
  errorMessage: `payload exceeds ${String(PAYLOAD_LIMIT)} bytes`,
});

/**
 * A function with its environments. A call takes an idle environment, or a new one while there are fewer than
 * `concurrency`, or waits its turn. An environment that timed out or crashed is never used again.
 */
export const startFunction = (spec: FunctionSpec, shift: SharedArrayBuffer, log: Writable): LambdaFunction => {
  const all = new Set<Environment>();
  const idle: Environment[] = [];
  const waiting: ((environment: Environment) => void)[] = [];
  let busy = 0;
  let stopped = false;

  const start = (): Environment => {
    const environment = startEnvironment(spec, shift, log);
    all.add(environment);
    return environment;
  };
  const take = (): Promise<Environment> | Environment => {
    for (let found = idle.pop(); found !== undefined; found = idle.pop()) {
      if (found.usable()) return found;
      all.delete(found);
    }
    if (all.size < spec.concurrency) return start();
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };
  const giveBack = (environment: Environment): void => {
    if (!environment.usable()) all.delete(environment);
    const next = waiting.shift();
    if (next !== undefined) next(environment.usable() ? environment : start());
    else if (environment.usable()) idle.push(environment);
    if (!environment.usable()) void environment.end();
  };
  const invoke = async (event: unknown): Promise<Outcome> => {
    if (stopped) return { kind: 'failed', errorType: 'Stopped', errorMessage: 'the system is stopping' };
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > PAYLOAD_LIMIT) return tooLarge('RequestTooLarge');
    busy += 1;
    try {
      const environment = await take();
      const outcome = await environment.run(text);
      giveBack(environment);
      const oversized = outcome.kind === 'answered' && Buffer.byteLength(outcome.payload) > PAYLOAD_LIMIT;
      return oversized ? tooLarge('Function.ResponseSizeTooLarge') : outcome;
    } finally {
      busy -= 1;
    }
  };
  return {
    name: spec.name,
    invoke,
    warm: () => {
      if (all.size === 0) idle.push(start());
    },
    busy: () => busy,
    stop: async () => {
      stopped = true;
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
};
