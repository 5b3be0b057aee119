import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { PREFIX } from '@gongyi/functions/platform/table-shape';
import { INDEX_PREFIX, READ_ACTIONS, WRITE_ACTIONS } from './policies';
import type { FunctionRights } from './policies';

/** The ARNs that rights are about, and the endings of service names in `kms:ViaService`. */
export interface Resources {
  readonly tableArn: string;
  readonly streamArn: string;
  readonly mediaArn: string;
  readonly failuresArn: string;
  readonly storeKeyArn: string;
  readonly dataKeyArn: string;
  readonly macKeyArn: string;
  readonly ballotKeyArn: string;
  readonly logKeyArn: string;
  readonly secretArn: string;
  readonly region: string;
  readonly viaServiceSuffixes: readonly string[];
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/**
 * `ForAllValues` alone is true when a call names no key at all, so `Null: false` stands beside it.
 * Reads, and likewise writes, are one statement each: a batch or transaction over several prefixes must be
 * covered by a single statement.
 */
const onKeys = (sid: string, actions: readonly string[], resource: string, prefixes: Iterable<string>) =>
  new PolicyStatement({
    sid,
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [resource],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': sorted(prefixes).map((prefix) => `${prefix}*`) },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });

const tableStatements = (rights: FunctionRights, to: Resources): PolicyStatement[] => [
  onKeys(
    'ReadItems',
    READ_ACTIONS,
    to.tableArn,
    [...rights.reads, ...rights.writes].map((name) => PREFIX[name]),
  ),
  ...(rights.writes.length === 0
    ? []
    : [
        onKeys(
          'WriteItems',
          WRITE_ACTIONS,
          to.tableArn,
          rights.writes.map((name) => PREFIX[name]),
        ),
      ]),
  ...rights.indexes.map((name) =>
    onKeys(`QueryIndex${name}`, ['Query'], `${to.tableArn}/index/${name}`, [INDEX_PREFIX[name]]),
  ),
];

const mediaStatements = (rights: FunctionRights, to: Resources): PolicyStatement[] =>
  Object.entries(rights.media).map(
    ([action, folders]) =>
      new PolicyStatement({
        sid: `Media${action}`,
        actions: [`s3:${action}`],
        resources: folders.map((folder) => `${to.mediaArn}/${folder}*`),
      }),
  );

/** The key of table, buckets and secret may be used only through those services. */
const storeKeyStatement = (rights: FunctionRights, to: Resources): PolicyStatement => {
  const services = [
    'dynamodb',
    ...(Object.keys(rights.media).length > 0 || rights.stream ? ['s3'] : []),
    ...(rights.wechatSecret ? ['secretsmanager'] : []),
  ];
  return new PolicyStatement({
    sid: 'StoreKeyThroughServices',
    // DynamoDB asks for all of these on behalf of whoever calls it, see its guide on customer managed keys.
    actions: [
      'Decrypt',
      'DescribeKey',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
    ].map((action) => `kms:${action}`),
    resources: [to.storeKeyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': services.flatMap((service) =>
          to.viaServiceSuffixes.map((suffix) => `${service}.${to.region}.${suffix}`),
        ),
      },
    },
  });
};

const streamStatements = (to: Resources): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReadStream',
    actions: ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action}`),
    resources: [to.streamArn],
  }),
  // Lambda checks this one against every stream of the account; it tells names, not contents.
  new PolicyStatement({ sid: 'ListStreams', actions: ['dynamodb:ListStreams'], resources: ['*'] }),
  new PolicyStatement({ sid: 'KeepFailures', actions: ['s3:PutObject'], resources: [`${to.failuresArn}/*`] }),
  new PolicyStatement({ sid: 'FindFailureBucket', actions: ['s3:ListBucket'], resources: [to.failuresArn] }),
];

const allow = (sid: string, actions: readonly string[], resource: string): PolicyStatement =>
  new PolicyStatement({ sid, actions: [...actions], resources: [resource] });

const byKey = (sid: string, actions: readonly string[], keyArn: string): PolicyStatement[] =>
  actions.length === 0
    ? []
    : [
        allow(
          sid,
          actions.map((action) => `kms:${action}`),
          keyArn,
        ),
      ];

const ballotKeyStatements = ({ ballotKey }: FunctionRights, to: Resources): PolicyStatement[] => {
  if (ballotKey === 'none') return [];
  if (ballotKey === 'count') return byKey('BallotKey', ['GenerateDataKey', 'Decrypt'], to.ballotKeyArn);
  const statement = allow('BallotKey', ['kms:Decrypt'], to.ballotKeyArn);
  statement.addCondition('StringEquals', { 'kms:EncryptionContext:use': 'cast' });
  return [statement];
};

/** All statements of one function's role, but for its own log group. */
export const statementsFor = (rights: FunctionRights, to: Resources): PolicyStatement[] => [
  ...tableStatements(rights, to),
  ...mediaStatements(rights, to),
  ...(rights.mediaAbsence ? [allow('MediaAbsence', ['s3:ListBucket'], to.mediaArn)] : []),
  storeKeyStatement(rights, to),
  ...byKey('DataKey', rights.dataKey, to.dataKeyArn),
  ...byKey('MacKey', rights.macKey ? ['GenerateMac'] : [], to.macKeyArn),
  ...ballotKeyStatements(rights, to),
  ...byKey('LogKey', rights.logKey, to.logKeyArn),
  ...(rights.wechatSecret ? [allow('WechatSecret', ['secretsmanager:GetSecretValue'], to.secretArn)] : []),
  ...(rights.stream ? streamStatements(to) : []),
];
