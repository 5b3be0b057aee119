import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accept a finding of cdk-nag on this construct and what it contains, with the reason why. */
export const acknowledge = (on: IConstruct, id: string, reason: string): void => {
  Validations.of(on).acknowledge({ id, reason });
};

/** One finding of `AwsSolutions-IAM5` that is a folder or a list which has no narrower name. */
export const acknowledgeWildcards = (on: IConstruct, findings: readonly string[], reason: string): void => {
  for (const finding of findings) acknowledge(on, `AwsSolutions-IAM5[${finding}]`, reason);
};
