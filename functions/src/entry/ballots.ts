import type { DynamoDBStreamEvent } from 'aws-lambda';
import { jobsReaction, jobsTask } from '../platform/jobs';
import { appOf, handlerOf } from '../platform/router';
import { isTick, scheduleHandler } from '../platform/schedule-loop';
import { streamHandler } from '../platform/stream-loop';
import { ballotsJobs, ballotsReactions, ballotsTasks, ballotsTogether } from '../votes/ballots-work';
import { ballotsRoutes } from './ballots-routes';

const onCall = handlerOf(appOf(ballotsRoutes));
const onStream = streamHandler([jobsReaction(ballotsJobs, 'ballots'), ...ballotsReactions], ballotsTogether);
const onTick = scheduleHandler([jobsTask(ballotsJobs, 'ballots'), ...ballotsTasks]);

type CallEvent = Parameters<typeof onCall>[0];

/** One function hears calls, the stream and the clock: each event says itself what it is. */
export const handler = async (event: DynamoDBStreamEvent | CallEvent | { readonly source: string }) => {
  if ('Records' in event) return onStream(event);
  if ('requestContext' in event) return onCall(event);
  if (isTick(event)) await onTick(event);
  return { batchItemFailures: [] };
};
