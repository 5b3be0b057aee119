import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';

/** A function as the platform runs it. Sizes in MB, times in milliseconds. */
export interface FunctionSpec {
  readonly name: string;
  /** Path of the built bundle. */
  readonly bundle: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Most environments at once; further calls wait. */
  readonly concurrency: number;
  readonly env: Readonly<Record<string, string>>;
}

export type Outcome =
  | { readonly kind: 'answered'; readonly payload: string }
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string }
  | { readonly kind: 'timed-out' };

export interface Environment {
  readonly run: (event: string) => Promise<Outcome>;
  /** False once it may not be given another call. */
  readonly usable: () => boolean;
  readonly end: () => Promise<void>;
}

const Report = z.object({
  payload: z.optional(z.string()),
  fault: z.optional(z.object({ errorType: z.string(), errorMessage: z.string(), stack: z.optional(z.string()) })),
  broken: z.optional(z.boolean()),
});

const WORKER = new URL('./worker.mjs', import.meta.url);

/**
 * Starts one execution environment. It runs one call at a time. A call over its time ends the whole
 * environment, as Lambda does; so does a crash or running out of memory.
 */
export const startEnvironment = (spec: FunctionSpec, shift: SharedArrayBuffer, log: Writable): Environment => {
  const worker = new Worker(WORKER, {
    workerData: { ...spec, env: undefined, bundle: pathToFileURL(spec.bundle).href, shift },
    env: { ...spec.env },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
  });
  for (const output of [worker.stdout, worker.stderr]) output.on('data', (bytes: Buffer) => log.write(bytes));
  let usable = true;
  let settle: ((outcome: Outcome) => void) | undefined;
  const finish = (outcome: Outcome): void => {
    const waiting = settle;
    settle = undefined;
    waiting?.(outcome);
  };
  const die = (errorType: string, errorMessage: string): void => {
    usable = false;
    finish({ kind: 'failed', errorType, errorMessage });
  };
  worker.on('message', (message: unknown) => {
    const { payload, fault, broken } = Report.parse(message);
    if (broken === true) usable = false;
    if (fault !== undefined) {
      log.write(`${spec.name}: ${fault.errorType}: ${fault.errorMessage}\n${fault.stack ?? ''}\n`);
      finish({ kind: 'failed', errorType: fault.errorType, errorMessage: fault.errorMessage });
    } else finish({ kind: 'answered', payload: payload ?? 'null' });
  });
  worker.on('error', (fault) => {
    log.write(`${spec.name}: ${fault.stack ?? fault.message}\n`);
    die('Runtime.ExitError', fault.message);
  });
  worker.on('exit', () => {
    die('Runtime.ExitError', 'the environment ended');
  });
  const run = (event: string): Promise<Outcome> =>
    new Promise((resolve) => {
      const overtime = setTimeout(() => {
        usable = false;
        log.write(`${spec.name}: timed out after ${String(spec.timeoutMs)} ms\n`);
        finish({ kind: 'timed-out' });
        void worker.terminate();
      }, spec.timeoutMs);
      settle = (outcome) => {
        clearTimeout(overtime);
        resolve(outcome);
      };
      worker.postMessage({ event, requestId: randomUUID(), deadline: Date.now() + spec.timeoutMs });
    });
  return {
    run,
    usable: () => usable,
    end: async () => {
      usable = false;
      await worker.terminate();
    },
  };
};
