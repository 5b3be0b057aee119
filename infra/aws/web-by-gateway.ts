import { CfnElement, Stack } from 'aws-cdk-lib';
import { AwsIntegration, DomainName, EndpointType, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import type { IntegrationResponse, IResource, MethodResponse } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { guardedRestApi } from './guarded-rest-api';
import { acknowledge, acknowledgeWildcards } from './nag';
import { FILE_FOLDERS } from './web-files';
import type { WebSite } from './web-stack';

/** Headers of S3's answer that pass through. */
const PASSED = ['Content-Type', 'Cache-Control', 'ETag', 'Content-Encoding'] as const;

const methodResponsesOf = (headers: Readonly<Record<string, string>>): MethodResponse[] => {
  const names = [...PASSED, ...Object.keys(headers)];
  return ['200', '304', '404'].map((statusCode) => ({
    statusCode,
    responseParameters: Object.fromEntries(names.map((name) => [`method.response.header.${name}`, true])),
  }));
};

const integrationResponsesOf = (headers: Readonly<Record<string, string>>): IntegrationResponse[] => {
  // A constant stands in single quotes; those of a content security policy are kept as they are.
  const fixed: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) fixed[`method.response.header.${name}`] = `'${value}'`;
  const passed: Record<string, string> = {};
  for (const name of PASSED) passed[`method.response.header.${name}`] = `integration.response.header.${name}`;
  return [
    { statusCode: '200', responseParameters: { ...fixed, ...passed } },
    { statusCode: '304', selectionPattern: '304', responseParameters: fixed },
    // S3 answers 403 for a file that is not there, because the role may not list.
    { statusCode: '404', selectionPattern: '4\\d{2}', responseParameters: fixed },
  ];
};

const addFile = (resource: IResource, key: string, role: Role, { bucket, headers }: WebSite): void => {
  const hasPath = key.endsWith('{proxy}');
  const integration = new AwsIntegration({
    service: 's3',
    integrationHttpMethod: 'GET',
    path: `${bucket.bucketName}/${key}`,
    options: {
      credentialsRole: role,
      requestParameters: {
        ...(hasPath ? { 'integration.request.path.proxy': 'method.request.path.proxy' } : {}),
        'integration.request.header.If-None-Match': 'method.request.header.If-None-Match',
      },
      integrationResponses: integrationResponsesOf(headers),
    },
  });
  resource.addMethod('GET', integration, {
    requestParameters: {
      ...(hasPath ? { 'method.request.path.proxy': true } : {}),
      'method.request.header.If-None-Match': false,
    },
    methodResponses: methodResponsesOf(headers),
  });
};

const logicalId = (bucket: Bucket): string => {
  const { defaultChild } = bucket.node;
  if (defaultChild === undefined || !CfnElement.isCfnElement(defaultChild))
    throw new Error('Not a bucket of this stack');
  return Stack.of(bucket).getLogicalId(defaultChild);
};

/**
 * The filed domain answers from a second REST API, which reads the bucket, and from the API under `/api`.
 * They are two because binary files need every type declared binary, which would turn every body sent to the
 * functions into base64.
 *
 * @returns the host name the domain must point to
 */
export const serveByGateway = (scope: Construct, site: WebSite): string => {
  const { settings } = site.data;
  const web = guardedRestApi(scope, 'WebApi', site.api.webAclArn, {
    description: 'Gongyi web app',
    binaryMediaTypes: ['*/*'],
    cloudWatchRole: false,
    disableExecuteApiEndpoint: true,
  });
  const role = new Role(scope, 'WebReader', { assumedBy: new ServicePrincipal('apigateway.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({ sid: 'ReadWeb', actions: ['s3:GetObject'], resources: [site.bucket.arnForObjects('*')] }),
  );
  addFile(web.root, 'index.html', role, site);
  addFile(web.root.addResource('{proxy+}'), 'index.html', role, site);
  for (const folder of FILE_FOLDERS) {
    addFile(web.root.addResource(folder).addResource('{proxy+}'), `${folder}/{proxy}`, role, site);
  }

  const domain = new DomainName(scope, 'Domain', {
    domainName: settings.domainName,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', settings.certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  domain.addBasePathMapping(web);
  domain.addBasePathMapping(site.api.api, { basePath: 'api' });
  acknowledge(web, 'AwsSolutions-APIG2', 'Only GET of public files: there is no body, and a wrong path finds nothing');
  acknowledge(
    web,
    'AwsSolutions-APIG4',
    'The web app opens without login; what it asks the API for is authorised there',
  );
  acknowledge(web, 'AwsSolutions-COG4', 'Public files; mainland regions have no Cognito');
  acknowledgeWildcards(role, [`Resource::<${logicalId(site.bucket)}.Arn>/*`], 'The whole bucket is the public web app');
  return domain.domainNameAliasDomainName;
};
