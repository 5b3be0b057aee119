import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { IResource, RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack';
import { guardedRestApi } from './guarded-rest-api';
import { acknowledge } from './nag';
import { PARTITION_FACTS } from './partition-facts';
import { ProductFunction } from './product-function';
import { createWebAcl } from './web-acl';

interface ApiStackProps extends StackProps {
  readonly data: DataStack;
  readonly assetRoot: string;
}

/** The HTTP front: everything under `/api` goes to `api`, ballots to `ballots`, WeChat's events to `wechat-callback`. */
export class ApiStack extends Stack {
  readonly api: RestApi;
  readonly apiFunction: LambdaFunction;
  readonly ballotsFunction: LambdaFunction;
  readonly callbackFunction: LambdaFunction;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { data } = props;
    const facts = PARTITION_FACTS[data.settings.partition];
    this.apiFunction = new ProductFunction(this, 'api', props).lambda;
    this.ballotsFunction = new ProductFunction(this, 'ballots', props).lambda;
    this.callbackFunction = new ProductFunction(this, 'wechat-callback', props).lambda;
    this.webAclArn = createWebAcl(this, facts).attrArn;
    this.api = guardedRestApi(this, 'Api', this.webAclArn, {
      description: 'Gongyi API',
      cloudWatchRole: true,
      // Where a filed domain serves, nothing may answer beside it.
      disableExecuteApiEndpoint: facts.icpFiling,
    });
    // A base path mapping of the own domain takes `/api` off before resources are matched, CloudFront does not.
    // The function sees the whole path both ways.
    this.addRoutes(facts.cloudFront ? this.api.root.addResource('api') : this.api.root);
    this.acknowledgeFindings();
  }

  private addRoutes(base: IResource): void {
    const toApi = new LambdaIntegration(this.apiFunction, { allowTestInvoke: false });
    const toBallots = new LambdaIntegration(this.ballotsFunction, { allowTestInvoke: false });
    const toCallback = new LambdaIntegration(this.callbackFunction, { allowTestInvoke: false });
    const callback = base.addResource('wechat').addResource('callback');
    callback.addMethod('GET', toCallback);
    callback.addMethod('POST', toCallback);
    base.addResource('ballots').addResource('{proxy+}').addMethod('ANY', toBallots);
    base.addResource('{proxy+}').addMethod('ANY', toApi);
  }

  private acknowledgeFindings(): void {
    acknowledge(
      this.api,
      'AwsSolutions-APIG2',
      'Every body, parameter and query is checked in the function against the same contract the screens are built on',
    );
    acknowledge(
      this.api,
      'AwsSolutions-APIG4',
      'Sessions are opaque tokens looked up in the table by the function; WeChat signs its events. Mainland regions have no Cognito',
    );
    acknowledge(
      this.api,
      'AwsSolutions-COG4',
      'Mainland regions have no Cognito; the function looks up opaque session tokens',
    );
    acknowledge(
      this.api,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'The policy API Gateway itself asks for, to write the access log',
    );
  }
}
