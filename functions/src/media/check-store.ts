import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TableName, table } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Where a check's answer and its question meet, whichever comes first: both write their half under the trace
 * id and are given the whole in the same write, so that the later of the two always sees the other.
 */
const Check = z.object({
  mediaId: z.optional(z.string()),
  verdict: z.optional(z.enum(['clear', 'held', 'person'])),
});
export type Check = z.output<typeof Check>;
const KEEP_SECONDS = 7 * 24 * 3600;

const writeHalf = async (traceId: string, name: 'mediaId' | 'verdict', value: string, now: number): Promise<Check> => {
  const { Attributes } = await table().send(
    new UpdateCommand({
      TableName: TableName(),
      Key: keys.checkTrace(traceId),
      // The first answer counts; a repeat changes nothing.
      UpdateExpression: 'SET #half = if_not_exists(#half, :value), expiresAt = :expiresAt',
      ExpressionAttributeNames: { '#half': name },
      ExpressionAttributeValues: { ':value': value, ':expiresAt': Math.ceil(now / 1000) + KEEP_SECONDS },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return z.parse(Check, Attributes);
};

export const writeQuestion = (traceId: string, mediaId: string, now: number): Promise<Check> =>
  writeHalf(traceId, 'mediaId', mediaId, now);
export const writeVerdict = (traceId: string, verdict: 'clear' | 'held' | 'person', now: number): Promise<Check> =>
  writeHalf(traceId, 'verdict', verdict, now);
