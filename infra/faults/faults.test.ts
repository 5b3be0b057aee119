import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

jest.setTimeout(400_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const Output = z.looseObject({ stdout: z.string() });

/** In a process of its own, as `npm run faults` has it: the built bundles are modules, which the test runner does not load. */
it('loses no acknowledged move under faults, and makes no unlawful one', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'infra/faults/run.ts'], {
    cwd: root,
    env: { ...process.env, SCALE: '0.005' },
  }).catch((fault: unknown) => z.parse(Output, fault));
  const figures = stdout.split('\n').filter((line) => /^(ok|WRONG) /.test(line));
  expect(figures).toEqual([
    expect.stringMatching(/^ok {5}lifecycle of requests: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}lifecycle of topics: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}lifecycle of sessions: .* wrong: 0$/),
  ]);
});
