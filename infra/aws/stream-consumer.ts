import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Function as LambdaFunction, IEventSourceDlq } from 'aws-cdk-lib/aws-lambda';
import { PREFIX } from '@gongyi/functions/platform/table-shape';
import type { DataStack } from './data-stack';

/** What reactions have no business with: long work, and ballots, which even sealed are for one function's eyes. */
const KEPT_APART: readonly string[] = [PREFIX.job, PREFIX.ballot, PREFIX.voteLog, PREFIX.ballotJob];

/**
 * Which records each consumer is given: jobs take job items, ballots what they log, their own long work and votes
 * whose times change, reactions everything else. Three readers a shard is one more than the stream serves at full
 * pace: a busy shard slows them, and they catch up.
 */
const STREAM_PREFIXES = {
  jobs: [PREFIX.job],
  'ballots-work': [PREFIX.ballot, PREFIX.ballotJob, PREFIX.vote],
  // Told one by one: Lambda's filters have no documented "anything but this beginning".
  stream: Object.values(PREFIX).filter((prefix) => !KEPT_APART.includes(prefix)),
} as const;

/** Records of one call: a job is long; ballots of one vote go into its log together. */
const BATCH = { jobs: 1, 'ballots-work': 100, stream: 30 } as const;
const AT_ONCE = { jobs: 10, 'ballots-work': 10, stream: 4 } as const;

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
    batchSize: BATCH[name],
    maxBatchingWindow: Duration.seconds(0),
    parallelizationFactor: AT_ONCE[name],
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
