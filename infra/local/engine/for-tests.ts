import { randomUUID } from 'node:crypto';
import type { Engine } from './engine';
import { startEngine } from './engine';
import { createTable } from './table';

export interface TestTable {
  readonly tableName: string;
  /** Address of the engine; known once `beforeAll` has run. */
  readonly endpoint: string;
}

/**
 * For store tests: `const table = withEngine();` at the top of a file (or of a `describe`) starts an engine in
 * memory before its tests, makes a table of its own with the real shape, and points the SDK and `TABLE_NAME`
 * at both through the environment, exactly as a function is pointed at them. `ENGINE=dynamodb-local` runs the
 * same tests on DynamoDB Local.
 */
export const withEngine = (): TestTable => {
  const tableName = `test-${randomUUID()}`;
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await startEngine();
    await createTable(engine.endpoint, tableName);
    Object.assign(process.env, {
      AWS_REGION: 'cn-north-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      TABLE_NAME: tableName,
    });
  }, 30_000);
  afterAll(() => engine?.stop());
  return {
    tableName,
    get endpoint() {
      if (engine === undefined) throw new Error('the engine starts in beforeAll; ask for its address inside a test');
      return engine.endpoint;
    },
  };
};
