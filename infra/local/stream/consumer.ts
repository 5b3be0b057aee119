import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoints } from './checkpoints';
import type { Shard, StreamRecord, StreamSource } from './source';
import type { Token } from './tracker';
import { trackOrder } from './tracker';

export interface ConsumerSpec {
  readonly source: StreamSource;
  readonly checkpoints: Checkpoints;
  readonly wants: (record: StreamRecord) => boolean;
  /** Handles records in order; rejects only when `signal` stops it. */
  readonly handle: (records: readonly StreamRecord[]) => Promise<void>;
  /** As many partition keys at once, like the parallelisation factor of several shards. */
  readonly lanes: number;
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly report: (fault: unknown) => void;
}

export interface Consumer {
  /** Resolves once everything written before the call has been handled. */
  readonly caughtUp: () => Promise<void>;
  /** Batches handed out so far; when it stands still while caught up, nothing follows from anything. */
  readonly handed: () => number;
  /** Resolves when `signal` has ended everything. */
  readonly ended: Promise<void>;
}

const POLL_MS = 100;
const DISCOVER_MS = 2000;
const MOST_OPEN = 2000;

interface Waiting {
  readonly record: StreamRecord;
  readonly token: Token;
}

const laneOf = (record: StreamRecord, lanes: number): number =>
  createHash('md5').update(record.dynamodb.Keys.pk.S).digest().readUInt32BE() % lanes;

/** Batches of one lane, one after another, so that the records of a partition key stay in order. */
const startLane = (spec: ConsumerSpec, onBatch: () => void) => {
  const queue: Waiting[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    // The records of one page are pushed one by one; they go together.
    await Promise.resolve();
    while (queue.length > 0 && !spec.signal.aborted) {
      const batch = queue.splice(0, spec.batchSize);
      onBatch();
      await spec.handle(batch.map(({ record }) => record));
      for (const { token } of batch) token.done();
    }
    running = false;
  };
  return (waiting: Waiting): void => {
    queue.push(waiting);
    if (running) return;
    run().catch((fault: unknown) => {
      // The lane stays shut: its records are not written down as handled and come again at the next start.
      if (!spec.signal.aborted) spec.report(fault);
    });
  };
};

/** Reads every shard of a stream, parents before children, and hands the records to lanes. */
export const startConsumer = (spec: ConsumerSpec): Consumer => {
  const { source, checkpoints, signal, report } = spec;
  const watchers = new Set<() => void>();
  const readers = new Map<string, { quietSince: number }>();
  let polls = 0;
  let handed = 0;
  let wake = new AbortController();
  const lanes = Array.from({ length: spec.lanes }, () =>
    startLane(spec, () => {
      handed += 1;
    }),
  );
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: AbortSignal.any([signal, wake.signal]) }).catch(() => undefined);

  const readShard = async (shard: Shard): Promise<void> => {
    const state = { quietSince: -1 };
    readers.set(shard.id, state);
    const tracker = trackOrder((sequenceNumber) => {
      checkpoints.reached(shard.id, sequenceNumber);
    });
    const reader = source.open(shard.id, checkpoints.after(shard.id));
    let closed = false;
    while (!signal.aborted && !(closed && tracker.size() === 0)) {
      const began = (polls += 1);
      if (closed || tracker.size() > MOST_OPEN) {
        await pause(POLL_MS);
        continue;
      }
      const page = await reader.next().catch((fault: unknown) => {
        if (!signal.aborted) report(fault);
        return undefined;
      });
      closed = page?.closed ?? false;
      for (const record of page?.records ?? []) {
        const token = tracker.add(record.dynamodb.SequenceNumber);
        if (spec.wants(record)) lanes[laneOf(record, spec.lanes)]?.({ record, token });
        else token.done();
      }
      if (page?.records.length === 0) {
        if (tracker.size() === 0) state.quietSince = began;
        for (const watcher of watchers) watcher();
        await pause(POLL_MS);
      } else if (page === undefined) await pause(POLL_MS);
    }
    readers.delete(shard.id);
    if (!signal.aborted) checkpoints.finished(shard.id);
  };

  const ready = ({ id, parentId }: Shard, all: readonly Shard[]): boolean =>
    !checkpoints.isFinished(id) &&
    !readers.has(id) &&
    (parentId === undefined || checkpoints.isFinished(parentId) || !all.some((shard) => shard.id === parentId));

  const discover = async (): Promise<void> => {
    const reading: Promise<void>[] = [];
    while (!signal.aborted) {
      const all = await source.shards().catch((fault: unknown) => {
        if (!signal.aborted) report(fault);
        return [];
      });
      for (const shard of all.filter((each) => ready(each, all))) reading.push(readShard(shard));
      await sleep(DISCOVER_MS, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(reading);
    await checkpoints.saved();
  };

  return {
    handed: () => handed,
    ended: discover(),
    caughtUp: () =>
      new Promise((resolve) => {
        const since = polls;
        const watcher = (): void => {
          const quiet = readers.size > 0 && [...readers.values()].every(({ quietSince }) => quietSince > since);
          if (!quiet && !signal.aborted) return;
          watchers.delete(watcher);
          signal.removeEventListener('abort', watcher);
          resolve();
        };
        watchers.add(watcher);
        signal.addEventListener('abort', watcher, { once: true });
        wake.abort();
        wake = new AbortController();
      }),
  };
};
