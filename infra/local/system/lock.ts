import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from '../files/lock';
import { CannotStart } from './ports';

/** A system that was told to end takes a moment; whoever starts the next one should not have to know. */
const PATIENCE_MS = 4000;

/** Makes sure one system at a time uses a state folder; resolves with what gives it back. A kill gives it back too. */
export const lockState = async (stateDir: string): Promise<() => Promise<void>> => {
  const path = join(stateDir, 'system.lock');
  const giveUp = Date.now() + PATIENCE_MS;
  let lock = await takeLock(path);
  while ('heldBy' in lock && Date.now() < giveUp) {
    await sleep(100);
    lock = await takeLock(path);
  }
  if ('release' in lock) return lock.release;
  throw new CannotStart(
    `The state in ${stateDir} is in use by process ${String(lock.heldBy)}: this system is running already. ` +
      'End that one, or keep this one’s state elsewhere: STATE_DIR=.local-2 npm start',
  );
};
