import type { DynamoDBStreamEvent } from 'aws-lambda';
import { jobsReaction, jobsTask } from '../platform/jobs';
import type { JobKind } from '../platform/jobs';
import type { Reaction } from '../platform/reaction';
import { handlerOf } from '../platform/router';
import type { Task } from '../platform/schedule';
import { isTick, scheduleHandler } from '../platform/schedule-loop';
import { streamHandler } from '../platform/stream-loop';
import { ballotsRoutes } from './ballots-routes';

/** The long work of votes, what follows from a ballot, and every minute's work: of this function alone. */
const kinds: readonly JobKind[] = [];
const reactions: readonly Reaction[] = [];
const tasks: readonly Task[] = [];

const onCall = handlerOf(ballotsRoutes);
const onStream = streamHandler([jobsReaction(kinds, 'ballots'), ...reactions]);
const onTick = scheduleHandler([jobsTask(kinds, 'ballots'), ...tasks]);

type CallEvent = Parameters<typeof onCall>[0];

/** One function hears calls, the stream and the clock: each event says itself what it is. */
export const handler = async (event: DynamoDBStreamEvent | CallEvent | { readonly source: string }) => {
  if ('Records' in event) return onStream(event);
  if ('requestContext' in event) return onCall(event);
  if (isTick(event)) await onTick(event);
  return { batchItemFailures: [] };
};
