import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

jest.setTimeout(900_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const Output = z.looseObject({ stdout: z.string(), stderr: z.string() });

/** In a process of its own, as `npm run faults` has it: the built bundles are modules, which the test runner does not load. */
it('loses no acknowledged move under faults, and makes no unlawful one', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'infra/faults/run.ts'], {
    cwd: root,
    env: { ...process.env, SCALE: '0.005' },
  }).catch((fault: unknown) => z.parse(Output, fault));
  const figures = stdout.split('\n').filter((line) => /^(ok|WRONG) /.test(line));
  // A run that broke off has said why, and so has a figure that is wrong.
  if (figures.length === 0) throw new Error(stderr);
  if (figures.some((line) => line.startsWith('WRONG'))) throw new Error(stdout);
  expect(figures).toEqual([
    expect.stringMatching(/^ok {5}tampered bundles: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}lifecycle of requests: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}lifecycle of topics: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}lifecycle of sessions: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}sign-ups for one shift: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}casts on one vote: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}close and extension racing casts: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}one vote twice with every choice flipped: .* wrong: 0$/),
    expect.stringMatching(/^ok {5}export, restore and recount: .* wrong: 0$/),
  ]);
});
