import type { DynamoDBStreamEvent } from 'aws-lambda';
import { jobsReaction, jobsTask } from '../platform/jobs';
import { isTick, scheduleHandler } from '../platform/schedule-loop';
import { streamHandler } from '../platform/stream-loop';
import { ballotsJobs, ballotsReactions, ballotsTasks, ballotsTogether } from '../votes/ballots-work';

const onStream = streamHandler([jobsReaction(ballotsJobs, 'ballots'), ...ballotsReactions], ballotsTogether);
const onTick = scheduleHandler([jobsTask(ballotsJobs, 'ballots'), ...ballotsTasks]);

/**
 * What nobody calls for, with its own rights: the key that opens choices is unwrapped here, and by no function that
 * people call. It hears the stream and the clock: each event says itself what it is.
 */
export const handler = async (event: DynamoDBStreamEvent | { readonly source: string }) => {
  if ('Records' in event) return onStream(event);
  if (isTick(event)) await onTick(event);
  return { batchItemFailures: [] };
};
