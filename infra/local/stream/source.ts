import * as z from 'zod/mini';
import { AwsJsonError, awsJson } from '../engine/aws-json';

/** A change of an item, in the JSON that a Lambda function is given. */
const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    Keys: z.looseObject({ pk: z.object({ S: z.string() }) }),
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.optional(z.number()),
  }),
});
export type StreamRecord = z.output<typeof StreamRecord>;

export interface Shard {
  readonly id: string;
  readonly parentId: string | undefined;
}

export interface ShardReader {
  /** The next records, oldest first; `closed` when the shard has ended and none will follow. */
  readonly next: () => Promise<{ readonly records: readonly StreamRecord[]; readonly closed: boolean }>;
}

export interface StreamSource {
  readonly arn: string;
  readonly shards: () => Promise<readonly Shard[]>;
  /** Reads from after a sequence number, or from the oldest record kept. */
  readonly open: (shardId: string, after: string | undefined) => ShardReader;
}

const Described = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.optional(z.string()) })),
    LastEvaluatedShardId: z.optional(z.string()),
  }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Records = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.nullish(z.string()) });

const TARGET = 'DynamoDBStreams_20120810';
const PAGE = 500;
/** Answers that only say the position is too old or forgotten: reading goes on from a fresh one. */
const LOST = ['ExpiredIteratorException', 'TrimmedDataAccessException'];

/** The stream of a table at an engine's address. */
export const dynamoStream = (endpoint: string, arn: string): StreamSource => {
  const call = (operation: string, input: object): Promise<unknown> =>
    awsJson(endpoint, `${TARGET}.${operation}`, input);

  const iterator = async (shardId: string, after: string | undefined): Promise<string> => {
    const from =
      after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
    return Iterator.parse(await call('GetShardIterator', { StreamArn: arn, ShardId: shardId, ...from })).ShardIterator;
  };

  return {
    arn,
    shards: async () => {
      const shards: Shard[] = [];
      let from: string | undefined;
      do {
        const start = from === undefined ? {} : { ExclusiveStartShardId: from };
        const page = Described.parse(await call('DescribeStream', { StreamArn: arn, ...start })).StreamDescription;
        shards.push(...page.Shards.map(({ ShardId, ParentShardId }) => ({ id: ShardId, parentId: ParentShardId })));
        from = page.LastEvaluatedShardId;
      } while (from !== undefined);
      return shards;
    },
    open: (shardId, after) => {
      let position = after;
      let at: string | undefined;
      return {
        next: async () => {
          at ??= await iterator(shardId, position);
          try {
            const page = Records.parse(await call('GetRecords', { ShardIterator: at, Limit: PAGE }));
            position = page.Records.at(-1)?.dynamodb.SequenceNumber ?? position;
            at = page.NextShardIterator ?? undefined;
            return { records: page.Records, closed: at === undefined };
          } catch (fault) {
            at = undefined;
            if (!(fault instanceof AwsJsonError && LOST.includes(fault.code))) throw fault;
            if (fault.code === 'TrimmedDataAccessException') position = undefined;
            return { records: [], closed: false };
          }
        },
      };
    },
  };
};
