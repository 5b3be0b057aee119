import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { asBucket } from './as-bucket';
import type { ApiStack } from './api-stack';
import type { DataStack } from './data-stack';
import { PARTITION_FACTS } from './partition-facts';
import { contentSecurityPolicy, securityHeaders } from './security-headers';
import { serveByCloudFront } from './web-by-cloudfront';
import { serveByGateway } from './web-by-gateway';
import { checkFolders } from './web-files';

interface WebStackProps extends StackProps {
  readonly data: DataStack;
  readonly api: ApiStack;
  /** The built web app; its page's inline scripts are admitted by hash. May not be built yet. */
  readonly webRoot: string;
}

/** What the two ways of serving need to know. */
export interface WebSite {
  readonly bucket: Bucket;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: DataStack;
  readonly api: ApiStack;
}

/** The web app at `/` and the API at `/api`, on one origin: the settings' domain. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { data, api, webRoot, ...props }: WebStackProps) {
    super(scope, id, props);
    const facts = PARTITION_FACTS[data.settings.partition];
    const page = join(webRoot, 'index.html');
    if (existsSync(webRoot)) checkFolders(webRoot);
    const mediaOrigin = `https://${data.media.bucketRegionalDomainName}`;
    const policy = contentSecurityPolicy(mediaOrigin, existsSync(page) ? readFileSync(page, 'utf8') : '');
    const site: WebSite = { bucket: this.createBucket(data), headers: securityHeaders(policy), data, api };
    const target = facts.cloudFront ? serveByCloudFront(this, site) : serveByGateway(this, site);
    if (data.settings.icpNumber !== undefined) Tags.of(this).add('icp', icpTag(data.settings.icpNumber));
    new CfnOutput(this, 'WebBucket', { value: site.bucket.bucketName, description: 'Copy miniapp/dist/h5 here' });
    new CfnOutput(this, 'DomainTarget', { value: target, description: `CNAME of ${data.settings.domainName}` });
    new CfnOutput(this, 'MediaOrigin', { value: mediaOrigin, description: 'Upload and download domain for WeChat' });
  }

  private createBucket(data: DataStack): Bucket {
    return new Bucket(this, 'Web', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Public files: a customer key would only add a price to every read.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      serverAccessLogsBucket: asBucket(data.accessLogs),
      serverAccessLogsPrefix: 'web/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

/** Tag values admit letters, digits and a few signs only. */
const icpTag = (icpNumber: string): string => icpNumber.replace(/[^\p{L}\p{N} _.:/=+@-]/gu, '-');
