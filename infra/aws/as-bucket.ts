import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * A bucket where the library asks for its interface. The assertion is needed because the library is not built with
 * `exactOptionalPropertyTypes`: its class says `policy?: BucketPolicy | undefined`, its interface `policy?: BucketPolicy`.
 */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket;
