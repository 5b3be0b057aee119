import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChanged } from './build/build';
import { askedSeed, firstShiftOf, seedOnce } from './system/seed';
import { lockState } from './system/lock';
import { watchForebears } from './system/orphan';
import { CannotStart, askedPort, claimPort } from './system/ports';
import type { System } from './system/system';
import { startSystem } from './system/system';

/**
 * `npm start`: builds what changed, starts the system, seeds the demo district once, and says where everything is.
 * From the environment: `PORT` (8311), `STATE_DIR` (`.local`), `ENGINE`, `SEED` (`demo`, `small` or `none`),
 * `RECORD_CALLS` (a file to write the functions' calls to their services into; none).
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const began = Date.now();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const report = (fault: unknown): void => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
};

let system: System | undefined;
let unlock: (() => Promise<void>) | undefined;
let ending: Promise<void> | undefined;

const end = (code: number): Promise<void> =>
  (ending ??= (async () => {
    await system?.stop();
    await unlock?.();
    process.exit(code);
  })());

const tellParent = (running: System): void => {
  process.send?.({
    ready: {
      appUrl: running.appUrl,
      apiUrl: `${running.appUrl}/api`,
      wechatUrl: running.wechatUrl,
      s3Url: running.s3Url,
      tableUrl: running.tableUrl,
      operatorEnv: running.operatorEnv,
    },
  });
};

const main = async (): Promise<void> => {
  // Functions run in UTC in the cloud; whatever is wrong with that must show here.
  process.env['TZ'] = 'UTC';
  const port = askedPort(process.env['PORT']);
  const seed = askedSeed(process.env['SEED']);
  const stateDir = resolve(root, process.env['STATE_DIR'] ?? '.local');
  unlock = await lockState(stateDir);
  await claimPort(port);
  if (process.env['SKIP_BUILD'] !== '1') await buildChanged(root, ['functions', 'web'], say);
  say('starting the system …');
  // What runs is a copy of what was built: a build made meanwhile cannot take a part away from under it.
  const bundles = join(stateDir, 'bundles');
  await rm(bundles, { recursive: true, force: true });
  await cp(join(root, 'functions/dist'), bundles, { recursive: true });
  const recordCalls = process.env['RECORD_CALLS'];
  system = await startSystem({
    stateDir,
    port,
    builtFunctions: bundles,
    builtWeb: join(root, 'miniapp/dist/h5'),
    firstShiftMs: firstShiftOf(seed),
    ...(recordCalls === undefined ? {} : { recordCalls }),
    report,
  });
  void system.engineEnded.then((words) => {
    if (ending !== undefined) return;
    report(new Error(`The table's engine ended by itself. It said: ${words || 'nothing'}`));
    void end(1);
  });
  await seedOnce(system, stateDir, seed, say);
  tellParent(system);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(
    `ready in ${seconds} s · app ${system.appUrl} · demo phone ${system.wechatUrl}/phone · ` +
      `outbox ${system.wechatUrl}/outbox · clock ${system.wechatUrl}/clock`,
  );
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
// Started by a test: its end is ours.
process.on('disconnect', () => void end(0));
// Nobody is left to wait for a clean end, and a power cut is survived as well.
watchForebears(() => process.exit(1));

main().catch((fault: unknown) => {
  if (fault instanceof CannotStart) say(fault.message);
  else report(fault);
  void end(1);
});
