import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '../lambda/pool';
import type { ObjectStore } from '../s3/store';
import { openCheckpoints } from './checkpoints';
import type { Consumer } from './consumer';
import { startConsumer } from './consumer';
import { deliver } from './deliver';
import type { StreamRecord, StreamSource } from './source';

/**
 * Job items have a consumer of their own, so that a long import holds up no notice; ballots, their log and their
 * long work are for the function that alone may write them.
 */
const JOB = 'JOB#';
const BALLOTS = ['BALLOT#', 'BALLOTJOB#'];
const VOTE = 'VOTE#';
/** What a reaction of another function has no business with. */
const KEPT_APART = [JOB, 'VLOG#', ...BALLOTS];
const beginsWith = (prefixes: readonly string[], pk: string): boolean =>
  prefixes.some((prefix) => pk.startsWith(prefix));

/** Which records each function gets, and how: as in the cloud, with fewer retries because people wait here. */
export const MAPPINGS = {
  stream: { wants: (pk: string) => !beginsWith(KEPT_APART, pk), lanes: 4, batchSize: 30, maxRetries: 5 },
  jobs: { wants: (pk: string) => pk.startsWith(JOB), lanes: 2, batchSize: 1, maxRetries: 5 },
  'ballots-work': {
    wants: (pk: string) => beginsWith([...BALLOTS, VOTE], pk),
    lanes: 4,
    batchSize: 100,
    maxRetries: 5,
  },
} as const;
export type MappingName = keyof typeof MAPPINGS;

export interface MappingParts {
  readonly name: MappingName;
  readonly fn: Pick<LambdaFunction, 'invoke'>;
  readonly source: StreamSource;
  /** Where the checkpoint is kept. */
  readonly path: string;
  readonly failures: Pick<ObjectStore, 'put'>;
  readonly clock: { readonly now: () => number; readonly shiftMs: () => number };
  readonly signal: AbortSignal;
  readonly report: (fault: unknown) => void;
  readonly backoffMs?: number;
}

const failureKey = (name: string, now: number, record: StreamRecord | undefined): string => {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/');
  return `stream-failures/${name}/${day}/${record?.dynamodb.SequenceNumber ?? 'none'}-${randomUUID()}.json`;
};

/** An event source mapping: a consumer of the stream that calls a function and keeps what fails for good. */
export const startMapping = async (parts: MappingParts): Promise<Consumer> => {
  const { name, fn, source, failures, clock, signal, report } = parts;
  const { wants, lanes, batchSize, maxRetries } = MAPPINGS[name];

  // The engine stamps records with the machine's time; the functions live in the system's.
  const inSystemTime = (record: StreamRecord): object => ({
    ...record,
    awsRegion: 'cn-north-1',
    eventSourceARN: source.arn,
    dynamodb: {
      ...record.dynamodb,
      ApproximateCreationDateTime: (record.dynamodb.ApproximateCreationDateTime ?? 0) + clock.shiftMs() / 1000,
    },
  });

  const giveUp = async (records: readonly StreamRecord[], attempts: number): Promise<void> => {
    const now = clock.now();
    const key = failureKey(name, now, records[0]);
    const kept = {
      requestContext: { functionArn: name, condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
      version: '1.0',
      timestamp: new Date(now).toISOString(),
      DDBStreamBatchInfo: { batchSize: records.length, streamArn: source.arn },
      payload: JSON.stringify({ Records: records }),
    };
    await failures.put(key, Buffer.from(JSON.stringify(kept)), { 'content-type': 'application/json' });
    report(`${name}: gave up after ${String(attempts)} tries; the record is kept as ${key}`);
  };

  return startConsumer({
    source,
    checkpoints: await openCheckpoints(parts.path, source.arn),
    wants: (record) => wants(record.dynamodb.Keys.pk.S),
    handle: (records) =>
      deliver(records, {
        invoke: ({ Records }) => fn.invoke({ Records: Records.map(inSystemTime) }),
        giveUp,
        maxRetries,
        backoffMs: parts.backoffMs ?? 100,
        signal,
      }),
    lanes,
    batchSize,
    signal,
    report,
  });
};
