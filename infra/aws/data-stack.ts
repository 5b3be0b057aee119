import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { TABLE_SHAPE } from '@gongyi/functions/platform/table-shape';
import type { Construct } from 'constructs';
import { asBucket } from './as-bucket';
import type { Resources } from './grants';
import { acknowledge } from './nag';
import { PARTITION_FACTS } from './partition-facts';
import { publicBaseUrl } from './settings';
import type { Settings } from './settings';

/** Names under which the buckets' ARNs leave the stack. */
export const mediaExport = (data: Stack): string => `${data.stackName}-media-arn`;
export const failuresExport = (data: Stack): string => `${data.stackName}-failures-arn`;

/** Everything that must outlive a mistake: table, buckets, keys, secret. Nothing here is deleted with its stack. */
export class DataStack extends Stack {
  readonly storeKey: Key;
  readonly dataKey: Key;
  readonly macKey: Key;
  readonly ballotKey: Key;
  readonly logKey: Key;
  readonly table: Table;
  readonly accessLogs: Bucket;
  readonly media: Bucket;
  readonly failures: Bucket;
  readonly wechatSecret: Secret;
  readonly resources: Resources;

  constructor(
    scope: Construct,
    id: string,
    readonly settings: Settings,
    props: StackProps,
  ) {
    super(scope, id, props);
    this.storeKey = this.key('StoreKey', 'At rest: table, buckets, secret, alarm topic');
    // Alarms reach an encrypted topic only when CloudWatch may use the topic's key.
    this.storeKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    this.dataKey = this.key('DataKey', 'Personal fields, sealed by the functions before they are stored');
    this.macKey = new Key(this, 'MacKey', {
      description: 'Keyed hashes of phones, codes and session tokens; changing it would orphan every hash',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.ballotKey = this.key('BallotKey', 'Wraps the private key of each vote until its ballots are counted');
    this.logKey = new Key(this, 'LogKey', {
      description: 'Signs checkpoints of the logs of votes; whoever checks a vote knows its public half',
      keySpec: PARTITION_FACTS[settings.partition].ed25519 ? KeySpec.ECC_NIST_EDWARDS25519 : KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = this.createTable();
    this.accessLogs = this.createAccessLogs();
    this.media = this.createMedia();
    this.failures = this.createFailures();
    this.wechatSecret = new Secret(this, 'WechatSecret', {
      description: 'JSON {appId, appSecret, callbackToken, callbackAesKey}, filled in by hand',
      encryptionKey: this.storeKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.wechatSecret,
      'AwsSolutions-SMG4',
      'Only the WeChat console can change this secret; README says when and how',
    );
    this.resources = this.createResources();
  }

  /** What roles in the other stacks name. The buckets go under names of their own, so that findings can be named too. */
  private createResources(): Resources {
    return {
      tableArn: this.table.tableArn,
      streamArn: this.table.tableStreamArn ?? '',
      mediaArn: this.exportValue(this.media.bucketArn, { name: mediaExport(this) }),
      failuresArn: this.exportValue(this.failures.bucketArn, { name: failuresExport(this) }),
      storeKeyArn: this.storeKey.keyArn,
      dataKeyArn: this.dataKey.keyArn,
      macKeyArn: this.macKey.keyArn,
      ballotKeyArn: this.ballotKey.keyArn,
      logKeyArn: this.logKey.keyArn,
      secretArn: this.wechatSecret.secretArn,
      region: this.settings.region,
      viaServiceSuffixes: PARTITION_FACTS[this.settings.partition].viaServiceSuffixes,
    };
  }

  private key(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  }

  private createTable(): Table {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(this, 'Table', {
      partitionKey: text(TABLE_SHAPE.keys.pk),
      sortKey: text(TABLE_SHAPE.keys.sk),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: TABLE_SHAPE.ttl,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.storeKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of TABLE_SHAPE.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.pk),
        sortKey: text(index.sk),
        projectionType: index.projection === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
      });
    }
    return table;
  }

  private createAccessLogs(): Bucket {
    return new Bucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // Log delivery can neither use a customer key nor, from CloudFront, do without its ACL.
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private createMedia(): Bucket {
    return new Bucket(this, 'Media', {
      ...this.guarded('media/'),
      cors: [
        {
          allowedOrigins: [publicBaseUrl(this.settings)],
          allowedMethods: [HttpMethods.GET, HttpMethods.POST],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { prefix: 'incoming/', expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Sheets full of personal data: long enough to finish an import, no longer.
        { prefix: 'imports/', expiration: Duration.days(30) },
        { prefix: 'exports/', expiration: Duration.days(1) },
      ],
    });
  }

  /** Keeps the records a stream consumer could not take, whole, until a person has looked. */
  private createFailures(): Bucket {
    return new Bucket(this, 'Failures', {
      ...this.guarded('failures/'),
      lifecycleRules: [{ expiration: Duration.days(365) }],
      // The only sign within minutes that an object came: storage metrics come once a day.
      metrics: [{ id: 'all' }],
    });
  }

  private guarded(logPrefix: string) {
    return {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.storeKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: asBucket(this.accessLogs),
      serverAccessLogsPrefix: logPrefix,
      removalPolicy: RemovalPolicy.RETAIN,
    };
  }
}
