import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { takeLock } from '../files/lock';
import { readJson, writeWhole } from '../files/write-file';
import { hashOf } from './sources';

interface Target {
  readonly name: string;
  readonly command: readonly string[];
  /** What goes in, relative to the repository. */
  readonly sources: readonly string[];
  /** What must be there for the build to count as done. */
  readonly results: readonly string[];
}

const COMMON = ['shared/src', 'shared/package.json', 'package-lock.json'];
const APP = [
  ...COMMON,
  'shared/verifier',
  'miniapp/src',
  'miniapp/config',
  'miniapp/package.json',
  'miniapp/babel.config.cjs',
  'miniapp/project.config.json',
];

export const TARGETS = {
  functions: {
    name: 'functions',
    command: ['run', 'build', '-w', 'functions'],
    sources: [...COMMON, 'functions/src', 'functions/build.ts', 'functions/package.json'],
    results: ['functions/dist/api/index.mjs', 'functions/dist/openapi.json'],
  },
  web: {
    name: 'web app (H5)',
    command: ['run', 'build:h5', '-w', 'miniapp'],
    sources: APP,
    results: ['miniapp/dist/h5/index.html'],
  },
  weapp: {
    name: 'mini-program (weapp)',
    command: ['run', 'build:weapp', '-w', 'miniapp'],
    sources: APP,
    results: ['miniapp/dist/weapp/app.js', 'miniapp/dist/weapp/app.json'],
  },
} as const satisfies Record<string, Target>;

const Seen = z.object({ hash: z.string() });

/** Two systems started at once build a thing once: the second waits and finds it done. */
const waitForLock = async (path: string): Promise<() => Promise<void>> => {
  for (;;) {
    const lock = await takeLock(path);
    if ('release' in lock) return lock.release;
    await sleep(200);
  }
};

const runNpm = (root: string, target: Target): Promise<void> =>
  new Promise((resolve, reject) => {
    const cli = process.env['npm_execpath'];
    const [program, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]];
    const child = spawn(program, [...first, ...target.command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_update_notifier: 'false', npm_config_loglevel: 'error' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-20_000);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Building the ${target.name} failed:\n${output}`));
    });
  });

/**
 * Builds what changed since it was last built, by the content of its sources; the hashes are kept in `.cache`.
 * `log` hears one line when a build begins and one when it ends.
 */
export const buildChanged = async (
  root: string,
  names: readonly (keyof typeof TARGETS)[],
  log: (line: string) => void,
): Promise<void> => {
  const build = async (name: keyof typeof TARGETS): Promise<void> => {
    const target: Target = TARGETS[name];
    const seenPath = join(root, '.cache', `built-${name}.json`);
    const isFresh = async (hash: string): Promise<boolean> => {
      const isThere = target.results.every((result) => existsSync(join(root, result)));
      return isThere && z.safeParse(Seen, await readJson(seenPath)).data?.hash === hash;
    };
    const hash = await hashOf(root, target.sources);
    if (await isFresh(hash)) return;
    const release = await waitForLock(join(root, '.cache', `building-${name}.lock`));
    try {
      if (await isFresh(hash)) return;
      const began = Date.now();
      log(`building the ${target.name} …`);
      await runNpm(root, target);
      await writeWhole(seenPath, JSON.stringify({ hash }));
      log(`built the ${target.name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    } finally {
      await release();
    }
  };
  await Promise.all(names.map(build));
};
