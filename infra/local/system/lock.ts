import { join } from 'node:path';
import { takeLock } from '../files/lock';
import { CannotStart } from './ports';

/** Makes sure one system at a time uses a state folder; resolves with what gives it back. A kill gives it back too. */
export const lockState = async (stateDir: string): Promise<() => Promise<void>> => {
  const lock = await takeLock(join(stateDir, 'system.lock'));
  if ('release' in lock) return lock.release;
  throw new CannotStart(
    `The state in ${stateDir} is in use by process ${String(lock.heldBy)}. ` +
      'End that one, or keep this one’s state elsewhere: STATE_DIR=.local-2 npm start',
  );
};
