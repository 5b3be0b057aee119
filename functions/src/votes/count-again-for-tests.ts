import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERIFIER = join(__dirname, '../../../shared/verifier/verify.mjs');
const ASK = `import { readFile } from 'node:fs/promises';
const { verifyBundle } = await import(process.argv[2]);
console.log(JSON.stringify(await verifyBundle(JSON.parse(await readFile(process.argv[1], 'utf8')))));`;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const runNode = (args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args);
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, said });
    });
  });

const withFile = async <T>(text: string, what: (file: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const file = join(folder, 'bundle.json');
    await writeFile(file, text);
    return await what(file);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** What the standalone verifier says of a bundle, in a process of its own like anybody's. */
export const countAgain = (bundle: unknown): Promise<unknown> =>
  withFile(JSON.stringify(bundle), async (file) => {
    const { said } = await runNode(['--input-type=module', '-e', ASK, file, VERIFIER]);
    const answer: unknown = JSON.parse(said);
    return answer;
  });

/** The command that the README gives, with the root from a printed notice. */
export const verifyInShell = (text: string, root: string): Promise<Ended> =>
  withFile(text, (file) => runNode([VERIFIER, file, root]));
