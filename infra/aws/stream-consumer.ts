import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Function as LambdaFunction, IEventSourceDlq } from 'aws-cdk-lib/aws-lambda';
import { PREFIX } from '@gongyi/functions/platform/table-shape';
import type { DataStack } from './data-stack';

/** Which records each consumer is given: jobs take job items, reactions everything else. */
const STREAM_PREFIXES = {
  jobs: [PREFIX.job],
  // Told one by one: Lambda's filters have no documented "anything but this beginning".
  stream: Object.values(PREFIX).filter((prefix) => prefix !== PREFIX.job),
} as const;

/**
 * A function fed from the table's stream. One bad record does not stop the rest: the batch is halved around it,
 * tried again, and what still fails is kept whole in the failure bucket.
 */
export const consumeStream = (name: keyof typeof STREAM_PREFIXES, target: LambdaFunction, data: DataStack): void => {
  const { tableStreamArn } = data.table;
  if (tableStreamArn === undefined) throw new Error('The table has no stream');
  // The role's rights on the bucket stand in `grants.ts`; CDK's own destination would grant reading and deleting too.
  const keepFailures: IEventSourceDlq = { bind: () => ({ destination: data.failures.bucketArn }) };
  new EventSourceMapping(target, 'Stream', {
    target,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: name === 'jobs' ? 1 : 30,
    maxBatchingWindow: Duration.seconds(0),
    parallelizationFactor: name === 'jobs' ? 10 : 4,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 8,
    maxRecordAge: Duration.hours(6),
    onFailure: keepFailures,
    filters: [
      FilterCriteria.filter({
        dynamodb: { Keys: { pk: { S: STREAM_PREFIXES[name].flatMap((prefix) => FilterRule.beginsWith(prefix)) } } },
      }),
    ],
  });
};
