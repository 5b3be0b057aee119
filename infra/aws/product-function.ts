import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { failuresExport, mediaExport } from './data-stack';
import type { DataStack } from './data-stack';
import { FUNCTION_SPECS } from './function-specs';
import type { FunctionName } from './function-specs';
import { statementsFor } from './grants';
import { acknowledgeWildcards } from './nag';
import { PARTITION_FACTS } from './partition-facts';
import { FUNCTION_RIGHTS } from './policies';
import type { FunctionRights } from './policies';
import { publicBaseUrl } from './settings';

interface ProductFunctionProps {
  readonly data: DataStack;
  /** Folder holding one built bundle a function: `<assetRoot>/<name>/index.mjs`. */
  readonly assetRoot: string;
}

const assetOf = (assetRoot: string, name: FunctionName): Code => {
  const folder = join(assetRoot, name);
  if (!existsSync(join(folder, 'index.mjs'))) {
    throw new Error(`No bundle at ${folder}/index.mjs: run "npm run build -w functions" first`);
  }
  return Code.fromAsset(folder);
};

/** A built bundle as a Lambda function, with a role of its own that holds exactly its line of `FUNCTION_RIGHTS`. */
export class ProductFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, name: FunctionName, { data, assetRoot }: ProductFunctionProps) {
    super(scope, name);
    const spec = FUNCTION_SPECS[name];
    const facts = PARTITION_FACTS[data.settings.partition];
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: spec.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: facts.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code: assetOf(assetRoot, name),
      memorySize: spec.memory,
      timeout: Duration.seconds(spec.timeout),
      tracing: facts.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: environmentOf(data),
      role: this.createRole(name, data, logGroup),
      logGroup,
      // A tick comes again within a minute; running a stale one twice helps nobody.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
  }

  private createRole(name: FunctionName, data: DataStack, logGroup: LogGroup): Role {
    const role = new Role(this, 'Role', {
      description: `Gongyi ${name}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    const rights = FUNCTION_RIGHTS[name];
    for (const statement of statementsFor(rights, data.resources)) role.addToPolicy(statement);
    role.addToPolicy(
      new PolicyStatement({
        sid: 'OwnLog',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    acknowledgeFolders(role, rights, data);
    return role;
  }
}

const acknowledgeFolders = (role: Role, rights: FunctionRights, data: DataStack): void => {
  const folders = new Set(Object.values(rights.media).flat());
  const media = [...folders].map((folder) => `Resource::${mediaExport(data)}/${folder}*`);
  acknowledgeWildcards(role, media, 'Objects are named by random ids inside the folder; the folder is the limit');
  if (!rights.stream) return;
  const failures = `Resource::${failuresExport(data)}/*`;
  acknowledgeWildcards(
    role,
    [failures],
    'Lambda names the objects that keep failed records; the bucket holds nothing else',
  );
  acknowledgeWildcards(role, ['Resource::*'], 'dynamodb:ListStreams knows no narrower resource; it tells names only');
};

const environmentOf = (data: DataStack): Record<string, string> => ({
  TABLE_NAME: data.table.tableName,
  BUCKET_NAME: data.media.bucketName,
  DATA_KEY_ID: data.dataKey.keyId,
  MAC_KEY_ID: data.macKey.keyId,
  BALLOT_KEY_ID: data.ballotKey.keyId,
  LOG_KEY_ID: data.logKey.keyId,
  WECHAT_SECRET_ID: data.wechatSecret.secretArn,
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  PUBLIC_BASE_URL: publicBaseUrl(data.settings),
  STAGE: data.settings.stage,
  NODE_OPTIONS: '--enable-source-maps',
});
