import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import initSqlJs from 'sql.js';
import { awsJson } from './aws-json';
import { startEngine } from './engine';
import { withEngine } from './for-tests';
import { findEngine } from './programs';
import { createTable } from './table';

const put = (endpoint: string, tableName: string, pk: string) =>
  awsJson(endpoint, 'DynamoDB_20120810.PutItem', { TableName: tableName, Item: { pk: { S: pk }, sk: { S: 'x' } } });
const get = (endpoint: string, tableName: string, pk: string) =>
  awsJson(endpoint, 'DynamoDB_20120810.GetItem', { TableName: tableName, Key: { pk: { S: pk }, sk: { S: 'x' } } });

describe('the engine', () => {
  const table = withEngine();

  it('has the table with its indexes and stream', async () => {
    await put(table.endpoint, table.tableName, 'a');
    expect(await get(table.endpoint, table.tableName, 'a')).toEqual({ Item: { pk: { S: 'a' }, sk: { S: 'x' } } });
    const again = await createTable(table.endpoint, table.tableName);
    expect(again.streamArn).toContain(table.tableName);
  });

  it('points the environment at itself', () => {
    expect(process.env['AWS_ENDPOINT_URL_DYNAMODB']).toBe(table.endpoint);
    expect(process.env['TABLE_NAME']).toBe(table.tableName);
  });
});

describe('an engine with a folder', () => {
  it('keeps what was acknowledged over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'engine-'));
    const first = await startEngine(folder);
    await createTable(first.endpoint, 'kept');
    await put(first.endpoint, 'kept', 'a');
    await first.stop();
    const second = await startEngine(folder);
    expect(await get(second.endpoint, 'kept', 'a')).toMatchObject({ Item: { pk: { S: 'a' } } });
    await second.stop();
    await rm(folder, { recursive: true });
  });

  it('finds its newest change by an index', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'engine-'));
    const engine = await startEngine(folder);
    await createTable(engine.endpoint, 'busy');
    await put(engine.endpoint, 'busy', 'a');
    await engine.stop();
    const { Database } = await initSqlJs();
    const plan = new Database(await readFile(join(folder, 'table.db')))
      .exec(
        "EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'busy'",
      )
      .flatMap(({ values }) => values.map(String));
    expect(plan).toEqual([expect.stringContaining('INDEX stream_newest')]);
    await rm(folder, { recursive: true });
  });

  it('ends when its owner is killed', async () => {
    const owner = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '-e',
        `import(${JSON.stringify(join(__dirname, 'engine.ts'))}).then(({ startEngine }) => startEngine()).then((e) => console.log(e.endpoint))`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line]: unknown[] = await once(owner.stdout, 'data');
    const endpoint = String(line).trim();
    await awsJson(endpoint, 'DynamoDB_20120810.ListTables', {});
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    let refused = false;
    for (let i = 0; i < 100 && !refused; i += 1) {
      await sleep(20);
      refused = await awsJson(endpoint, 'DynamoDB_20120810.ListTables', {}).then(
        () => false,
        () => true,
      );
    }
    expect(refused).toBe(true);
  }, 30_000);
});

jest.setTimeout(60_000);

it('says in words when an engine is unknown', () => {
  expect(() => findEngine('postgres')).toThrow('ENGINE=postgres is unknown');
});
