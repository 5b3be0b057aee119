import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERIFIER = join(__dirname, '../../../shared/verifier/verify.mjs');
const ASK = `import { readFile } from 'node:fs/promises';
const { verifyBundle } = await import(process.argv[2]);
console.log(JSON.stringify(await verifyBundle(JSON.parse(await readFile(process.argv[1], 'utf8')))));`;

/** What the standalone verifier says of a bundle, in a process of its own like anybody's. */
export const countAgain = async (bundle: unknown): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const file = join(folder, 'bundle.json');
    await writeFile(file, JSON.stringify(bundle));
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', ASK, file, VERIFIER]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
};
