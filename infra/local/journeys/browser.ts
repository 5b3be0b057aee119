import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser packed for npm says where it unpacked itself; a module for ESM alone, so it is asked from outside. */
const packed = async (): Promise<string> => {
  const ask = `import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', ask], { cwd: __dirname });
  return stdout.trim();
};

/** The machine's Chromium, else the packed one. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: OF_THE_SYSTEM.find((path) => existsSync(path)) ?? (await packed()),
    // As root in a container there is no sandbox, and /dev/shm is small.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
  });
