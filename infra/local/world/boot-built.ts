import { fileURLToPath } from 'node:url';
import { bootLocalSystem } from '../boot';
import type { BootSpec, LocalSystem } from '../boot';
import { buildChanged } from '../build/build';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The system with the functions as they are in the source now; tests of the API alone need no web app built. */
export const bootBuilt = async (spec: BootSpec = {}): Promise<LocalSystem> => {
  await buildChanged(ROOT, ['functions'], () => undefined);
  return bootLocalSystem({ ...spec, build: false });
};
