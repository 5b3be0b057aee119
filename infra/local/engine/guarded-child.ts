import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A shell that runs a program and ends it as soon as our end of its standard input closes. The kernel
 * closes it for us when this process dies in any way, SIGKILL included, so no engine outlives its system.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
(read -r _ <&3; kill "$program") 2>/dev/null &
watcher=$!
wait "$program"; status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

export interface GuardedChild {
  /** Resolves with the exit code once the program has ended. */
  readonly ended: Promise<number | null>;
  /** What the program last wrote to standard error, for messages. */
  readonly complaints: () => string;
  readonly stop: () => Promise<void>;
}

const KEPT = 4000;
const PATIENCE_MS = 5000;

export const startGuarded = (program: string, args: readonly string[]): GuardedChild => {
  // Its own process group: Ctrl-C in the terminal reaches us first, and we end it when all is written.
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-KEPT);
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (fault) => {
      complaints += fault.message;
      resolve(null);
    });
    child.once('close', (code) => {
      child.stdin.destroy();
      resolve(code);
    });
  });
  const killGroup = (): void => {
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended between the check and the signal.
    }
  };
  const stop = async (): Promise<void> => {
    child.stdin.end();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const late = setTimeout(killGroup, PATIENCE_MS);
    await once(child, 'close');
    clearTimeout(late);
  };
  return { ended, complaints: () => complaints, stop };
};
