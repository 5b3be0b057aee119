import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createHash } from 'node:crypto';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { PREFIX, TABLE_SHAPE } from '@gongyi/functions/platform/table-shape';
import { FUNCTION_NAMES, FUNCTION_SPECS } from './function-specs';
import { PARTITIONS } from './partition-facts';
import { synthesise } from './synth-for-tests';
import { at } from './templates';
import { checkFolders } from './web-files';

const README = readFileSync(join(__dirname, 'README.md'), 'utf8');

const SYSTEMS = { aws: synthesise('aws'), 'aws-cn': synthesise('aws-cn') };

describe.each(PARTITIONS)('the system in %s', (partition) => {
  const { templates, raw, findings } = SYSTEMS[partition];
  const everything = JSON.stringify(raw);

  it('leaves cdk-nag nothing to say', () => {
    expect(findings).toEqual([]);
  });

  it('has one table that cannot be lost, with a stream, recovery and its own key', () => {
    const { properties, resource } = templates.one('AWS::DynamoDB::Table');
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: TABLE_SHAPE.ttl, Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      KeySchema: [
        { AttributeName: TABLE_SHAPE.keys.pk, KeyType: 'HASH' },
        { AttributeName: TABLE_SHAPE.keys.sk, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: TABLE_SHAPE.indexes.map(({ name, pk, sk, projection }) => ({
        IndexName: name,
        KeySchema: [{ AttributeName: pk }, { AttributeName: sk }],
        Projection: { ProjectionType: projection === 'all' ? 'ALL' : 'KEYS_ONLY' },
      })),
    });
    expect(resource['DeletionPolicy']).toBe('Retain');
  });

  it('turns symmetric keys every year and keeps the hash key a hash key', () => {
    const keys = templates.all('AWS::KMS::Key').map(({ properties }) => properties);
    expect(keys.filter((key) => key['EnableKeyRotation'] === true)).toHaveLength(3);
    expect(
      keys.filter((key) => key['KeySpec'] === 'HMAC_256' && key['KeyUsage'] === 'GENERATE_VERIFY_MAC'),
    ).toHaveLength(1);
  });

  it('shuts every bucket to the public and empties unclaimed uploads and imported sheets', () => {
    for (const { properties, resource } of templates.all('AWS::S3::Bucket')) {
      expect(properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(resource['DeletionPolicy']).toBe('Retain');
    }
    expect(templates.one('AWS::S3::Bucket', 'Media').properties['LifecycleConfiguration']).toMatchObject({
      Rules: [
        { Prefix: 'incoming/', ExpirationInDays: 1 },
        { Prefix: 'imports/', ExpirationInDays: 30 },
        { Prefix: 'exports/', ExpirationInDays: 1 },
      ],
    });
  });

  it('lets the web app’s page, and no other, read what lies in the media bucket', () => {
    expect(templates.one('AWS::S3::Bucket', 'Media').properties['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedMethods: ['GET', 'POST'], AllowedOrigins: [expect.stringMatching(/^https:\/\/[^/]+$/)] }],
    });
    // The bucket's own host follows: bundles of votes are fetched from there to be checked.
    expect(everything).toMatch(/connect-src 'self' https:\/\/"/);
  });

  it('runs every function on the chosen runtime within its limits, without tracing', () => {
    const functions = templates.all('AWS::Lambda::Function').map(({ properties }) => properties);
    expect(functions).toHaveLength(FUNCTION_NAMES.length);
    for (const name of FUNCTION_NAMES) {
      const { properties } = templates.one('AWS::Lambda::Function', `${name.replaceAll('-', '')}Function`);
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        Timeout: FUNCTION_SPECS[name].timeout,
      });
      expect(properties['TracingConfig']).toBeUndefined();
      expect(Object.keys(at(properties, 'Environment', 'Variables') ?? {})).toEqual(
        expect.arrayContaining([
          'TABLE_NAME',
          'BUCKET_NAME',
          'DATA_KEY_ID',
          'MAC_KEY_ID',
          'BALLOT_KEY_ID',
          'LOG_KEY_ID',
          'WECHAT_SECRET_ID',
          'PUBLIC_BASE_URL',
          'STAGE',
        ]),
      );
    }
  });

  it('gives jobs job items, ballots their own, reactions all others, and keeps what fails', () => {
    const failures = templates.one('AWS::S3::Bucket', 'Failures').arn;
    const mappings = templates.all('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(3);
    const prefixes = mappings.map(({ stack, properties }) => {
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 8,
      });
      expect(templates.text(stack, at(properties, 'DestinationConfig', 'OnFailure', 'Destination'))).toBe(failures);
      const pattern = String(at(properties, 'FilterCriteria', 'Filters', 0, 'Pattern'));
      return [...pattern.matchAll(/"prefix":"([^"]+)"/g)].map(([, prefix]) => prefix).sort();
    });
    const ballots = [PREFIX.ballot, PREFIX.ballotJob];
    const apart: readonly string[] = [PREFIX.job, PREFIX.voteLog, ...ballots];
    const others = Object.values(PREFIX).filter((prefix) => !apart.includes(prefix));
    expect(prefixes).toEqual(expect.arrayContaining([[PREFIX.job], [...ballots, PREFIX.vote], others.sort()]));
  });

  it('ticks every minute for every task', () => {
    const tasks = templates.all('AWS::Events::Rule').map(({ properties }) => {
      expect(properties['ScheduleExpression']).toBe('rate(1 minute)');
      const input = String(at(properties, 'Targets', 0, 'InputTransformer', 'InputTemplate'));
      return /"task":"([\w-]+)"/.exec(input)?.[1];
    });
    expect(tasks.sort()).toEqual(['ballots', 'content-checks', 'deadlines', 'grants', 'jobs']);
  });

  it('puts the web ACL before every API and logs who asked', () => {
    expect(templates.one('AWS::WAFv2::WebACL').properties['Scope']).toBe('REGIONAL');
    const apis = templates.all('AWS::ApiGateway::RestApi');
    expect(templates.all('AWS::WAFv2::WebACLAssociation')).toHaveLength(apis.length);
    for (const { properties } of templates.all('AWS::ApiGateway::Stage')) {
      expect(properties['AccessLogSetting']).toBeDefined();
      expect(properties['MethodSettings']).toMatchObject([{ DataTraceEnabled: false, ThrottlingRateLimit: 500 }]);
    }
  });

  it('says of every alarm who is hurt, and in the README what to do', () => {
    const alarms = templates.all('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    expect(alarms.length).toBeGreaterThan(10);
    for (const alarm of alarms) {
      const [, name, hurts] = /^([a-z-]+): (.{30,})$/.exec(String(alarm['AlarmDescription'])) ?? [];
      expect(hurts).toBeDefined();
      expect(README).toContain(`\n### ${name ?? 'unnamed'}\n`);
      expect(alarm['AlarmActions']).toHaveLength(1);
    }
  });

  it('uses nothing that mainland regions lack', () => {
    expect(everything).not.toMatch(/AWS::Cognito::|AWS::Lambda::Url|AWS::XRay::/);
  });

  it('admits the page’s own inline script and no other', () => {
    const hash = createHash('sha256').update('document.title = "共议"').digest('base64');
    expect(everything).toContain(`script-src 'self' 'sha256-${hash}';`);
  });
});

describe('cdk-nag', () => {
  it('stops a bucket that speaks without TLS', () => {
    expect(() => synthesise('aws', (data) => new Bucket(data, 'Loose'))).toThrow('AwsSolutions-S10');
  });
});

describe('what differs between the partitions', () => {
  const world = SYSTEMS.aws.templates;
  const mainland = SYSTEMS['aws-cn'];

  it('serves by CloudFront outside, by the filed domain on the mainland', () => {
    expect(world.all('AWS::CloudFront::Distribution')).toHaveLength(1);
    expect(JSON.stringify(mainland.raw)).not.toMatch(/CloudFront::/);
    const mappings = mainland.templates.all('AWS::ApiGateway::BasePathMapping');
    expect(mappings.map(({ properties }) => properties['BasePath'] ?? '').sort()).toEqual(['', 'api']);
  });

  it('reads files from their folders and opens the app at any other address', () => {
    const served = mainland.templates.all('AWS::ApiGateway::Method').flatMap(({ stack, properties }) => {
      if (at(properties, 'Integration', 'Type') !== 'AWS') return [];
      const uri = mainland.templates.text(stack, at(properties, 'Integration', 'Uri'));
      const path = mainland.templates.text(stack, properties['ResourceId']).replace(/^web\/WebApi/, '');
      return [[path.replace(/[0-9A-F]{8}(\.RootResourceId)?$/, ''), uri.split('/').slice(3).join('/')]];
    });
    expect(Object.fromEntries(served)).toEqual({
      '': 'index.html',
      proxy: 'index.html',
      cssproxy: 'css/{proxy}',
      jsproxy: 'js/{proxy}',
    });
    const { FunctionCode } = world.one('AWS::CloudFront::Function').properties;
    const atTheEdge = (uri: string): unknown =>
      runInNewContext(`${String(FunctionCode)}; handler(event).uri`, { event: { request: { uri } } });
    expect(atTheEdge('/q/K7M2')).toBe('/index.html');
    expect(atTheEdge('/requests/pages/detail/index')).toBe('/index.html');
    expect(atTheEdge('/js/app.0123abcd.js')).toBe('/js/app.0123abcd.js');
    expect(atTheEdge('/css/app.0123abcd.css')).toBe('/css/app.0123abcd.css');
  });

  it('stops at a built folder that nothing serves', () => {
    const root = mkdtempSync(join(tmpdir(), 'gongyi-web-'));
    mkdirSync(join(root, 'js'));
    checkFolders(root);
    mkdirSync(join(root, 'fonts'));
    expect(() => checkFolders(root)).toThrow('fonts');
  });

  it('answers on the mainland under the filed domain only', () => {
    for (const { properties } of mainland.templates.all('AWS::ApiGateway::RestApi')) {
      expect(properties['DisableExecuteApiEndpoint']).toBe(true);
    }
  });

  it('names no resource of another partition on the mainland', () => {
    expect(JSON.stringify(mainland.raw)).not.toMatch(/arn:aws:/);
  });
});
