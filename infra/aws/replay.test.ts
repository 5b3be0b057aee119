import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiRoutes } from '@gongyi/functions/entry/api-routes';
import { recipes } from '../local/fuzz/recipes/index';
import { fuzz } from '../local/fuzz/run';
import { bootBuilt } from '../local/world/boot-built';
import { buildWorld } from '../local/world/build';
import { COUNCIL_DAYS_MS, meet } from '../local/world/councils';
import { liveThrough } from '../local/world/days';
import { FUNCTION_NAMES } from './function-specs';
import { judge } from './policy-check';
import type { AccessRequest, Statement } from './policy-check';
import { accessRequestsOf } from './sdk-requests';
import type { Arns, SdkCall } from './sdk-requests';
import { synthesise } from './synth-for-tests';

/**
 * Every route answered, days passing by: what each function then asked of its services, held against the rights
 * it would have in the cloud. None is refused, and none stands unused.
 */
type Recorded = SdkCall & { readonly by: string };

const PATIENCE = 10 * 60_000;

const { templates } = synthesise('aws-cn');
const ARNS: Arns = {
  table: templates.one('AWS::DynamoDB::Table').arn,
  bucket: templates.one('AWS::S3::Bucket', 'Media').arn,
  keys: {
    'gongyi-data': templates.one('AWS::KMS::Key', 'DataKey').arn,
    'gongyi-mac': templates.one('AWS::KMS::Key', 'MacKey').arn,
  },
  secret: templates.one('AWS::SecretsManager::Secret').arn,
};
let calls: Recorded[] = [];

const record = async (path: string): Promise<void> => {
  process.env['RECORD_CALLS'] = path;
  const system = await bootBuilt({ behindMs: COUNCIL_DAYS_MS });
  delete process.env['RECORD_CALLS'];
  try {
    const world = await buildWorld(system);
    await meet(world, { sessions: 4, topics: 3, carrying: 1 });
    const routes = apiRoutes.map(({ route }) => route);
    await fuzz({ world, routes, recipes, seed: 1, requests: 1, least: 1, hostility: 0, most: 3000 });
    await liveThrough(world);
  } finally {
    await system.stop();
  }
};

// Written by the recorder a moment ago: its shape is taken at its word.
const parse = (line: string): Recorded => JSON.parse(line) as Recorded;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongyi-calls-'));
  try {
    const path = join(folder, 'calls.jsonl');
    await record(path);
    calls = (await readFile(path, 'utf8')).split('\n').filter(Boolean).map(parse);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, PATIENCE);

const asked = (name: string): AccessRequest[] =>
  calls.filter(({ by }) => by === name).flatMap((call) => accessRequestsOf(call, ARNS));
const told = ({ action, resource, context }: AccessRequest): string =>
  `${action} ${resource} ${(context['dynamodb:LeadingKeys'] ?? []).join(',')}`.trim();
const unique = (words: readonly string[]): string[] => [...new Set(words)].sort();

/** Rights that a service uses on the function's behalf: no call of its own shows them. */
const BY_SERVICES = ['StoreKeyThroughServices', 'ReadStream', 'ListStreams', 'KeepFailures', 'FindFailureBucket'];
/** Rights used only when something has gone wrong before: no journey shows them, and they are needed. */
const WHEN_WRONG: Readonly<Record<string, readonly string[]>> = {
  // A role or a look that was written while its person's account was being deleted is cleared away after it.
  stream: ['WriteItems ACCESS#*', 'WriteItems MEMBERS#*'],
  // A photo that the stream could not copy, or WeChat not take, is copied and handed in again by the clock.
  schedule: ['WriteItems CHECK#*', 'MediaGetObject', 'MediaPutObject', 'DataKey', 'WechatSecret'],
};
const isOwn = ({ sid, actions }: Statement): boolean =>
  !BY_SERVICES.includes(sid) && !actions.some((action) => action.startsWith('logs:'));

const prefixesOf = ({ conditions }: Statement): readonly string[] =>
  conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
const matches = (pattern: string, key: string): boolean => key.startsWith(pattern.slice(0, -1));

const unusedOf = (name: string): string[] => {
  const requests = asked(name);
  const statements = templates.statementsOf(name).filter(isOwn);
  const written = statements.filter(({ sid }) => sid === 'WriteItems').flatMap(prefixesOf);
  return statements.flatMap((statement) => {
    const served = requests.filter((request) => judge([statement], request).allowed);
    const keys = served.flatMap(({ context }) => context['dynamodb:LeadingKeys'] ?? []);
    // What may be written may be read: only a right to read alone has to be used by reading.
    const prefixes = prefixesOf(statement).filter((each) => statement.sid !== 'ReadItems' || !written.includes(each));
    const idle = prefixes.filter((pattern) => !keys.some((key) => matches(pattern, key)));
    if (prefixes.length > 0 || statement.sid === 'ReadItems') return idle.map((each) => `${statement.sid} ${each}`);
    return statement.actions.flatMap((action) =>
      statement.resources
        .filter(
          (resource) =>
            !requests.some((each) => judge([{ ...statement, actions: [action], resources: [resource] }], each).allowed),
        )
        .map((resource) => `${statement.sid} ${action} ${resource}`),
    );
  });
};

it('heard every function', () => {
  expect(unique(calls.map(({ by }) => by))).toEqual([...FUNCTION_NAMES].sort());
});

it.each(FUNCTION_NAMES)('lets %s make every call that it made', (name) => {
  const statements = templates.statementsOf(name);
  expect(
    unique(
      asked(name)
        .filter((request) => !judge(statements, request).allowed)
        .map(told),
    ),
  ).toEqual([]);
});

it.each(FUNCTION_NAMES)('gives %s no right that it did not use', (name) => {
  const needed = WHEN_WRONG[name] ?? [];
  expect(unusedOf(name).filter((right) => !needed.some((each) => right.startsWith(each)))).toEqual([]);
});
