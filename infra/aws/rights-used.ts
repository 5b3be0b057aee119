import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { judge } from './policy-check';
import type { AccessRequest, Statement } from './policy-check';
import { accessRequestsOf } from './sdk-requests';
import type { Arns, SdkCall } from './sdk-requests';
import { synthesise } from './synth-for-tests';

/** What each function asked of its services, held against the rights it would have in the cloud. */
type Recorded = SdkCall & { readonly by: string };
type Asked = ReadonlyMap<string, readonly AccessRequest[]>;

const { templates } = synthesise('aws-cn');
const ARNS: Arns = {
  table: templates.one('AWS::DynamoDB::Table').arn,
  bucket: templates.one('AWS::S3::Bucket', 'Media').arn,
  keys: {
    'gongyi-data': templates.one('AWS::KMS::Key', 'DataKey').arn,
    'gongyi-mac': templates.one('AWS::KMS::Key', 'MacKey').arn,
    'gongyi-ballot': templates.one('AWS::KMS::Key', 'BallotKey').arn,
    'gongyi-log': templates.one('AWS::KMS::Key', 'LogKey').arn,
  },
  secret: templates.one('AWS::SecretsManager::Secret').arn,
};

// Written by the recorder a moment ago: its shape is taken at its word.
const parse = (line: string): Recorded => JSON.parse(line) as Recorded;

/** The requests that the recorded calls of each function come to, each once. */
export const readAsked = async (path: string): Promise<Asked> => {
  const asked = new Map<string, Map<string, AccessRequest>>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line === '') continue;
    const call = parse(line);
    const known = asked.get(call.by) ?? new Map<string, AccessRequest>();
    asked.set(call.by, known);
    for (const request of accessRequestsOf(call, ARNS)) known.set(JSON.stringify(request), request);
  }
  return new Map([...asked].map(([name, requests]) => [name, [...requests.values()]]));
};

const told = ({ action, resource, context }: AccessRequest): string =>
  `${action} ${resource} ${(context['dynamodb:LeadingKeys'] ?? []).join(',')}`.trim();
const unique = (words: readonly string[]): string[] => [...new Set(words)].sort();

/** Calls that the function made and would be refused in the cloud. */
export const refusedCalls = (asked: Asked, name: string): string[] => {
  const statements = templates.statementsOf(name);
  return unique((asked.get(name) ?? []).filter((request) => !judge(statements, request).allowed).map(told));
};

/** Rights that a service uses on the function's behalf: no call of its own shows them. */
const BY_SERVICES = ['StoreKeyThroughServices', 'ReadStream', 'ListStreams', 'KeepFailures', 'FindFailureBucket'];
/** Rights used only when something has gone wrong before: no journey shows them, and they are needed. */
const WHEN_WRONG: Readonly<Record<string, readonly string[]>> = {
  // A role or a look that was written while its person's account was being deleted is cleared away after it.
  // So is a certificate's name.
  stream: ['WriteItems ACCESS#*', 'WriteItems MEMBERS#*', 'WriteItems CERT#*'],
  // A paper's photo is signed for here and fetched by whoever counts, which no call of the function shows. A photo
  // may be named that never came, and a log be signed by a party after its bundle was kept.
  ballots: ['MediaGetObject', 'MediaPutObject', 'MediaAbsence'],
  // A photo that the stream could not copy, or WeChat not take, is copied and handed in again by the clock.
  // A committee's result and a repair's accounts that nobody published in their days are noted as late.
  schedule: [
    'WriteItems CHECK#*',
    'WriteItems CVOTE#*',
    'WriteItems REPAIR#*',
    'MediaGetObject',
    'MediaPutObject',
    'DataKey',
    'WechatSecret',
  ],
};
const isOwn = ({ sid, actions }: Statement): boolean =>
  !BY_SERVICES.includes(sid) && !actions.some((action) => action.startsWith('logs:'));

const prefixesOf = ({ conditions }: Statement): readonly string[] =>
  conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
const matches = (pattern: string, key: string): boolean => key.startsWith(pattern.slice(0, -1));

/** Rights that the function has and did not use. */
export const unusedRights = (asked: Asked, name: string): string[] => {
  const requests = asked.get(name) ?? [];
  const statements = templates.statementsOf(name).filter(isOwn);
  const written = statements.filter(({ sid }) => sid === 'WriteItems').flatMap(prefixesOf);
  const unused = statements.flatMap((statement) => {
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
  const needed = WHEN_WRONG[name] ?? [];
  return unused.filter((right) => !needed.some((each) => right.startsWith(each)));
};
