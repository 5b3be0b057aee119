import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { districtJobs } from '../district/jobs';
import { noticeJobs } from '../notices/jobs';
import { jobsReaction, jobsTask } from '../platform/jobs';
import type { JobKind } from '../platform/jobs';
import { isTick, scheduleHandler } from '../platform/schedule-loop';
import { streamHandler } from '../platform/stream-loop';

/** Every kind of job: the slices' lists, one after another. */
const kinds: readonly JobKind[] = [...districtJobs, ...noticeJobs];

const onStream = streamHandler([jobsReaction(kinds)]);
const onTick = scheduleHandler([jobsTask(kinds)]);

export const handler = async (event: DynamoDBStreamEvent | { source: string }): Promise<DynamoDBBatchResponse> => {
  if ('Records' in event) return onStream(event);
  if (isTick(event)) await onTick(event);
  return { batchItemFailures: [] };
};
