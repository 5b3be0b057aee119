// `npm test`: every check, each with its time. Stops at the first failure and shows its output; the
// last line counts the tests.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;
const SLOWEST = 8;
/** Where each kind of tests leaves what it found. */
const resultOf = (name) => `${root}.cache/${name.replaceAll(' ', '-')}.json`;
const CRUISED = ['shared/src', 'functions/src', 'miniapp/src', 'infra/aws', 'infra/local'];

// Two lanes at once, as long as each other: two cores are what there is.
const LANES = [
  [['lint', bin('eslint'), '.']],
  [
    ['formatting', bin('prettier'), '--check', '.'],
    ...['shared', 'shared/verifier', 'functions', 'miniapp', 'infra'].map((name) => [
      `types of ${name}`,
      bin('tsc'),
      '-p',
      name,
    ]),
    ['import rules', bin('depcruise'), '--config', '.dependency-cruiser.cjs', ...CRUISED],
    ['unused code', bin('knip')],
    ['builds', process.execPath, '--import', 'tsx', 'infra/local/build/run.ts'],
  ],
];
// Two files at a time, but for those that drive a browser, which takes both cores by itself.
// A test that fails half-way may leave a system running; that must not keep the whole run from ending.
const BROWSER = '/infra/(local/journeys|weapp)/';
const TESTS = [
  ['tests', '--maxWorkers=2', `--testPathIgnorePatterns=${BROWSER}`, '/node_modules/'],
  ['tests in a browser', '--maxWorkers=1', `--testPathPatterns=${BROWSER}`],
];

/** Runs a command; with `shown` its output is passed on as it comes, otherwise it is kept for a failure. */
const run = (program, args, shown) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', shown ? 'inherit' : 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (fault) => resolve({ code: 1, output: String(fault) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Where the time goes. */
const slowest = ({ testResults }) => {
  const times = testResults.map(({ name, startTime, endTime }) => [endTime - startTime, name.slice(root.length)]);
  for (const [ms, name] of times.sort(([a], [b]) => b - a).slice(0, SLOWEST))
    console.log(`        ${(ms / 1000).toFixed(0).padStart(4)} s  ${name}`);
};

const began = Date.now();
mkdirSync(`${root}.cache`, { recursive: true });
const runLane = async (steps) => {
  for (const [name, program, ...args] of steps) {
    const since = Date.now();
    const { code, output } = await run(program, args, false);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds(since)}`);
    if (code !== 0) {
      console.log(output.trimEnd());
      process.exit(1);
    }
  }
};
await Promise.all(LANES.map(runLane));

let [passed, failed, worst] = [0, 0, 0];
for (const [name, ...args] of TESTS) {
  const since = Date.now();
  const file = resultOf(name);
  rmSync(file, { force: true });
  // Jest writes its progress to standard error and the result, besides the file, to standard output.
  const { code } = await run(bin('jest'), ['--json', `--outputFile=${file}`, '--forceExit', ...args], true);
  const result = JSON.parse(readFileSync(file, 'utf8'));
  worst ||= code;
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds(since)}`);
  slowest(result);
}
console.log(`everything in ${seconds(began)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(worst);
