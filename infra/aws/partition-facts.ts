/**
 * What differs between the partitions, one flag a fact, so that every stack is written once.
 *
 * Never used in either, because mainland regions lack them: Cognito, Lambda function URLs, SMS by SNS.
 */
export const PARTITIONS = ['aws', 'aws-cn'] as const;
export type PartitionName = (typeof PARTITIONS)[number];

export interface PartitionFacts {
  readonly name: PartitionName;
  readonly regions: readonly string[];
  /** What host names of the services end in. */
  readonly urlSuffix: string;
  /** The web app comes from CloudFront; otherwise from an API Gateway on the filed domain. */
  readonly cloudFront: boolean;
  /** A domain answers only when it has an ICP filing (备案). */
  readonly icpFiling: boolean;
  /** Where the web ACL may stand. The edge scope would need a second region and guards only static files. */
  readonly wafScope: 'REGIONAL';
  /** AWS's managed rule groups may be named in a web ACL. */
  readonly managedWafRules: boolean;
  /** KMS has Ed25519; otherwise votes' logs are signed with ECDSA on P-256. */
  readonly ed25519: boolean;
  /** X-Ray for Lambda. Off in both, so that what is tried in one is what runs in the other. */
  readonly tracing: boolean;
  /** The bundles hold no native code: either works, arm64 costs a fifth less. */
  readonly architecture: 'arm64' | 'x86_64';
  /** Endings of `kms:ViaService`: mainland services have been seen under both spellings. */
  readonly viaServiceSuffixes: readonly string[];
}

export const PARTITION_FACTS: Readonly<Record<PartitionName, PartitionFacts>> = {
  aws: {
    name: 'aws',
    regions: ['ap-southeast-1', 'ap-east-1', 'ap-northeast-1', 'eu-central-1', 'us-east-1'],
    urlSuffix: 'amazonaws.com',
    cloudFront: true,
    icpFiling: false,
    wafScope: 'REGIONAL',
    managedWafRules: true,
    ed25519: true,
    tracing: false,
    architecture: 'arm64',
    viaServiceSuffixes: ['amazonaws.com'],
  },
  'aws-cn': {
    name: 'aws-cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
    urlSuffix: 'amazonaws.com.cn',
    cloudFront: false,
    icpFiling: true,
    wafScope: 'REGIONAL',
    managedWafRules: true,
    ed25519: false,
    tracing: false,
    architecture: 'arm64',
    viaServiceSuffixes: ['amazonaws.com.cn', 'amazonaws.com'],
  },
};
