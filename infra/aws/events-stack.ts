import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { createAlarms } from './alarms';
import type { ApiStack } from './api-stack';
import type { DataStack } from './data-stack';
import { TASKS } from './function-specs';
import { ProductFunction } from './product-function';
import { consumeStream } from './stream-consumer';

interface EventsStackProps extends StackProps {
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly assetRoot: string;
}

/** What happens without anybody asking: reactions to changes, the clock, and the alarms over all of it. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    const { data, api } = props;
    const stream = new ProductFunction(this, 'stream', props).lambda;
    const jobs = new ProductFunction(this, 'jobs', props).lambda;
    const schedule = new ProductFunction(this, 'schedule', props).lambda;
    consumeStream('stream', stream, data);
    consumeStream('jobs', jobs, data);
    const ballotsWork = new ProductFunction(this, 'ballots-work', props).lambda;
    consumeStream('ballots-work', ballotsWork, data);
    const listeners = { schedule, jobs, 'ballots-work': ballotsWork };
    const rules = Object.entries(TASKS).map(([task, listener]) => this.tickEveryMinute(task, listeners[listener]));
    createAlarms(this, {
      functions: {
        api: api.apiFunction,
        ballots: api.ballotsFunction,
        'wechat-callback': api.callbackFunction,
        stream,
        schedule,
        jobs,
        'ballots-work': ballotsWork,
      },
      api: api.api,
      table: data.table,
      failures: data.failures,
      rules,
      topic: this.createTopic(data),
    });
  }

  /** The event is the one the local clock sends too: `{source, time, detail: {task}}`. */
  private tickEveryMinute(task: string, target: LambdaFunction): Rule {
    return new Rule(this, `Every-minute-${task}`, {
      description: `Every minute: ${task}`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaTarget(target, {
          event: RuleTargetInput.fromObject({ source: 'aws.events', time: EventField.time, detail: { task } }),
          retryAttempts: 1,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    });
  }

  private createTopic(data: DataStack): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: 'Gongyi', masterKey: data.storeKey, enforceSSL: true });
    topic.addSubscription(new EmailSubscription(data.settings.alarmEmail));
    return topic;
  }
}
