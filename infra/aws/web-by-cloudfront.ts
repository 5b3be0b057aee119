import { Duration, Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { asBucket } from './as-bucket';
import { STAGE_NAME } from './guarded-rest-api';
import { acknowledge } from './nag';
import { OPEN_PAGES_AT_THE_EDGE } from './web-files';
import type { WebSite } from './web-stack';

/**
 * One distribution: files from the bucket, `/api` to the regional API, never cached.
 *
 * @returns the host name the domain must point to
 */
export const serveByCloudFront = (scope: Construct, { bucket, headers, data, api }: WebSite): string => {
  const responseHeadersPolicy = new ResponseHeadersPolicy(scope, 'Headers', {
    comment: 'Gongyi web app',
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => header === 'Permissions-Policy')
        .map(([header, value]) => ({ header, value, override: true })),
    },
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['Content-Security-Policy'] ?? '', override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
  });
  const openPages = new EdgeFunction(scope, 'OpenPages', {
    comment: 'Every address that is no file opens the web app',
    code: FunctionCode.fromInline(OPEN_PAGES_AT_THE_EDGE),
    runtime: FunctionRuntime.JS_2_0,
  });
  // The stage's own host name; Fn.select keeps it a reference across stacks.
  const apiHost = Fn.select(2, Fn.split('/', api.api.url));
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `Gongyi ${data.settings.stage}`,
    domainNames: [data.settings.domainName],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', data.settings.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultRootObject: 'index.html',
    logBucket: Bucket.fromBucketAttributes(scope, 'LogBucket', {
      bucketArn: data.accessLogs.bucketArn,
      bucketRegionalDomainName: data.accessLogs.bucketRegionalDomainName,
    }),
    logFilePrefix: 'cloudfront/',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(asBucket(bucket)),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: openPages }],
    },
    additionalBehaviors: {
      '/api/*': {
        origin: new HttpOrigin(apiHost, { originPath: `/${STAGE_NAME}`, readTimeout: Duration.seconds(30) }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy,
      },
    },
  });
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Residents travel: nobody is shut out of their own compound by where they are',
  );
  acknowledge(
    distribution,
    'AwsSolutions-CFR2',
    'The edge serves public files; everything that does work passes the regional web ACL of the API behind it',
  );
  return distribution.distributionDomainName;
};
