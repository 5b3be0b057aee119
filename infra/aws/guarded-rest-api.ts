import { RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { RestApiProps } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

export const STAGE_NAME = 'live';

/** What the Cybersecurity Law wants kept for half a year, without query strings, headers or bodies. */
const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    ip: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextPath(),
    status: AccessLogField.contextStatus(),
    ms: AccessLogField.contextResponseLatency(),
    bytes: AccessLogField.contextResponseLength(),
    waf: AccessLogField.contextWafResponseCode(),
  }),
);

/** A regional REST API with access log, throttling and the web ACL in front. */
export const guardedRestApi = (scope: Construct, id: string, webAclArn: string, props: RestApiProps): RestApi => {
  const accessLog = new LogGroup(scope, `${id}AccessLog`, {
    // Six calendar months may be 184 days, and the next longer choice after 180 is a year.
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const api = new RestApi(scope, id, {
    endpointTypes: [EndpointType.REGIONAL],
    minCompressionSize: Size.bytes(1024),
    deployOptions: {
      stageName: STAGE_NAME,
      accessLogDestination: new LogGroupLogDestination(accessLog),
      accessLogFormat: ACCESS_LOG_FORMAT,
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      metricsEnabled: true,
      throttlingRateLimit: 500,
      throttlingBurstLimit: 1000,
    },
    ...props,
  });
  const stack = Stack.of(scope);
  const association = new CfnWebACLAssociation(scope, `${id}WebAcl`, {
    webAclArn,
    resourceArn: stack.formatArn({
      service: 'apigateway',
      account: '',
      resource: '/restapis',
      resourceName: `${api.restApiId}/stages/${STAGE_NAME}`,
    }),
  });
  association.node.addDependency(api.deploymentStage);
  return api;
};
