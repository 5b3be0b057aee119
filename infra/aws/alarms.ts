import { Duration, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Alarm, ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Rule } from 'aws-cdk-lib/aws-events';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { FUNCTION_SPECS } from './function-specs';
import type { FunctionName } from './function-specs';

interface Watched {
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;
  readonly api: RestApi;
  readonly table: Table;
  readonly failures: Bucket;
  readonly rules: readonly Rule[];
  readonly topic: Topic;
}

interface AlarmSpec {
  readonly name: string;
  /** Who is hurt while it rings; README has a section of the same name on what to do. */
  readonly hurts: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly periods?: number;
  readonly below?: boolean;
}

const FIVE = Duration.minutes(5);
/** As `platform/jobs.ts` counts them. */
const MOST_FAULTS = 5;
/** A function this close to its limit is about to be cut off in the middle of its work. */
const NEAR = 0.8;

const sumOf = (metrics: readonly IMetric[], label: string): MathExpression =>
  new MathExpression({
    expression: 'SUM(METRICS())',
    label,
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${String(index)}`, metric])),
    period: FIVE,
  });

const failedTicks = (rules: readonly Rule[]): IMetric[] =>
  rules.map(
    (rule) =>
      new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: 'Sum',
        period: FIVE,
      }),
  );

/** Steps of a job that failed so often that it is given up, or goes on only at long intervals (`platform/jobs.ts`). */
const stalledSteps = (lambda: LambdaFunction): IMetric =>
  lambda.logGroup
    .addMetricFilter('StalledJobs', {
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.message', '=', 'job step failed'),
        FilterPattern.numberValue('$.faults', '>=', MOST_FAULTS),
      ),
      metricNamespace: Stack.of(lambda).stackName,
      metricName: `stalled-jobs-${lambda.node.path}`,
    })
    .metric({ statistic: 'Sum', period: FIVE });

const flowAlarms = ({ functions, failures, rules }: Watched): AlarmSpec[] => {
  const age = (name: 'stream' | 'jobs' | 'ballots-work') =>
    functions[name].metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) });
  return [
    {
      name: 'stream-age',
      hurts: 'Residents and dispatchers: notices, lists and figures are more than 5 minutes behind what people did.',
      metric: age('stream'),
      threshold: 300_000,
      periods: 3,
    },
    {
      name: 'jobs-age',
      hurts: 'Property offices: a roll import or export stands still while its progress bar says it runs.',
      metric: age('jobs'),
      threshold: 300_000,
      periods: 3,
    },
    {
      name: 'ballots-work-age',
      hurts:
        'Owners: ballots are kept, but their receipts wait for the log, and a vote that ended is not being counted.',
      metric: age('ballots-work'),
      threshold: 300_000,
      periods: 3,
    },
    {
      name: 'stalled-jobs',
      hurts: 'Owners or property offices: a vote does not open or is not counted, or an import was given up half-way.',
      metric: sumOf([functions.jobs, functions['ballots-work']].map(stalledSteps), 'stalled jobs'),
      threshold: 0,
    },
    {
      name: 'kept-failures',
      hurts:
        'Somebody: a change was saved, but its notice, list row or figure was given up and waits in the failure bucket.',
      metric: new Metric({
        namespace: 'AWS/S3',
        metricName: 'PutRequests',
        dimensionsMap: { BucketName: failures.bucketName, FilterId: 'all' },
        statistic: 'Sum',
        period: FIVE,
      }),
      threshold: 0,
    },
    {
      name: 'clock-stopped',
      hurts:
        'Everybody waiting: no deadline is marked overdue and nothing escalates until the minute ticks come again.',
      metric: functions.schedule.metricInvocations({ period: FIVE }),
      threshold: 1,
      below: true,
    },
    {
      name: 'clock-errors',
      hurts: 'Everybody waiting: some deadlines, content checks or role terms are not being handled on time.',
      metric: sumOf([functions.schedule.metricErrors({ period: FIVE }), ...failedTicks(rules)], 'clock errors'),
      threshold: 2,
      periods: 2,
    },
    {
      name: 'consumer-errors',
      hurts: 'Residents: reactions fail and are being tried again; if this goes on they are given up (kept-failures).',
      metric: sumOf(
        [functions.stream, functions.jobs, functions.ballots].map((f) => f.metricErrors({ period: FIVE })),
        'consumer errors',
      ),
      threshold: 5,
      periods: 2,
    },
  ];
};

const answerAlarms = ({ functions, api, table }: Watched): AlarmSpec[] => [
  {
    name: 'api-errors',
    hurts: 'Residents and staff: taps end in an error; reports may not be filed.',
    metric: api.metricServerError({ period: FIVE, statistic: 'Sum' }),
    threshold: 5,
  },
  {
    name: 'callback-errors',
    hurts: 'People who sent photos: verdicts of the content check do not arrive and photos stay hidden from others.',
    metric: functions['wechat-callback'].metricErrors({ period: FIVE }),
    threshold: 2,
  },
  {
    name: 'throttled',
    hurts: 'Everybody at once: the account or the table refuses work, pages fail or hang.',
    metric: sumOf(
      [
        ...Object.values(functions).map((f) => f.metricThrottles({ period: FIVE })),
        table.metric('WriteThrottleEvents', { statistic: 'Sum', period: FIVE }),
        table.metric('ReadThrottleEvents', { statistic: 'Sum', period: FIVE }),
      ],
      'throttles',
    ),
    threshold: 10,
  },
  ...Object.entries(functions).map(([name, lambda]): AlarmSpec => nearTimeout(name, lambda)),
];

const WAITS_FOR: Readonly<Record<FunctionName, string>> = {
  api: 'Residents and staff: some screens wait half a minute and then fail.',
  ballots: 'Owners: casting waits half a minute and then has to be sent again.',
  'ballots-work': 'Owners: steps of opening and counting a vote are cut off and done again.',
  'wechat-callback': 'People who sent photos: WeChat gives up on answers over 5 s, verdicts come late or never.',
  stream: 'Residents: notices and lists come in fits, some batches are cut off and done again.',
  schedule: 'Everybody waiting: the walk over deadlines no longer ends within its minute.',
  jobs: 'Property offices: steps of an import are cut off and done again, it hardly advances.',
};

const isFunctionName = (name: string): name is FunctionName => name in FUNCTION_SPECS;

const nearTimeout = (name: string, lambda: LambdaFunction): AlarmSpec => {
  if (!isFunctionName(name)) throw new Error(`${name} is not a function`);
  return {
    name: `${name}-slow`,
    hurts: WAITS_FOR[name],
    metric: lambda.metricDuration({ statistic: 'Maximum', period: FIVE }),
    threshold: FUNCTION_SPECS[name].timeout * 1000 * NEAR,
    periods: 2,
  };
};

/** Every alarm says in its description who is hurt, and tells the topic when it rings and when it is over. */
export const createAlarms = (scope: Construct, watched: Watched): void => {
  for (const spec of [...flowAlarms(watched), ...answerAlarms(watched)]) {
    const alarm = new Alarm(scope, `Alarm-${spec.name}`, {
      alarmDescription: `${spec.name}: ${spec.hurts}`,
      metric: spec.metric,
      threshold: spec.threshold,
      evaluationPeriods: spec.periods ?? 1,
      comparisonOperator: spec.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: spec.below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(watched.topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }
};
