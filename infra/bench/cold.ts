import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { metric, percentile } from './figures';
import type { Metric } from './figures';
import { eventOf } from './handler';

const RUNS = 15;

/** Milliseconds from a process's start to the first answer of the handler it loads. */
const firstAnswer = async (script: string, environment: Readonly<Record<string, string>>): Promise<number> => {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...environment },
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.pipe(process.stderr);
  await once(child, 'close');
  const ms = Number(told.trim().split('\n').at(-1));
  if (!Number.isFinite(ms)) throw new Error(`a cold start gave no answer: ${told}`);
  return ms;
};

const caller = (module: string, event: unknown): string => `
const { handler } = await import(${JSON.stringify(pathToFileURL(module).href)});
const answer = await handler(${JSON.stringify(event)}, {});
if (answer.statusCode !== 200) throw new Error(JSON.stringify(answer));
console.log(performance.now());
process.exit(0);
`;

/** The base: constructs the client and reads the same item, bundled as our functions are. */
const baseHandler = (key: { readonly pk: string; readonly sk: string }): string => `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = async () => {
  const { Item } = await client.send(new GetCommand({ TableName: process.env.TABLE_NAME, Key: ${JSON.stringify(key)} }));
  return { statusCode: Item === undefined ? 404 : 200, body: JSON.stringify(Item) };
};
`;

/** `cold-api`: a fresh process of the API to its first answer, against a bare handler's. */
export const coldStart = async (
  root: string,
  environment: Readonly<Record<string, string>>,
  path: string,
  key: { readonly pk: string; readonly sk: string },
): Promise<Metric> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongyi-cold-'));
  const base = join(folder, 'base.mjs');
  await build({
    stdin: { contents: baseHandler(key), resolveDir: join(root, 'functions'), loader: 'js' },
    outfile: base,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    logLevel: 'warning',
  });
  const ours = join(folder, 'ours.mjs');
  const theirs = join(folder, 'theirs.mjs');
  await writeFile(ours, caller(join(root, 'functions/dist/api/index.mjs'), eventOf({ method: 'GET', path })));
  await writeFile(theirs, caller(base, {}));
  const times = { ours: [] as number[], base: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.ours.push(await firstAnswer(ours, environment));
    times.base.push(await firstAnswer(theirs, environment));
  }
  return metric('cold-api', percentile(times.ours, 0.5), percentile(times.base, 0.5), 1.3, 'ms');
};
