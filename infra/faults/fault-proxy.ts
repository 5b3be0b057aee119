import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';

/**
 * Stands between the SDK and the table's engine, below the SDK's retries: throttles before a call, loses
 * answers after the commit, makes the conflicts and the stale reads that the engine itself does not make.
 */
export interface FaultRates {
  /** Part of the calls refused before they reach the engine. */
  readonly throttled: number;
  /** Part of the calls carried out, their answer lost. */
  readonly lost: number;
  /** Part of the reads without `ConsistentRead`, and of index queries, answered as an earlier look was. */
  readonly stale: number;
  /** The kinds of call that are throttled and lost; all of them unless named. */
  readonly operations?: readonly string[];
}
export interface FaultCounts {
  calls: number;
  throttled: number;
  lost: number;
  conflicts: number;
  stale: number;
}
export interface FaultProxy {
  readonly url: string;
  readonly counts: FaultCounts;
  /** From now on faults are made at these rates; none at all to begin with. */
  readonly make: (rates: FaultRates) => void;
  /** At these rates while `run` runs; then as before. */
  readonly during: <T>(rates: FaultRates, run: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const Keyed = z.object({
  TableName: z.optional(z.string()),
  Key: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  Item: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});
const Body = z.looseObject({
  ...Keyed.shape,
  ConsistentRead: z.optional(z.boolean()),
  IndexName: z.optional(z.string()),
  /** Of a read of many items: by table. */
  RequestItems: z.optional(z.record(z.string(), z.unknown())),
  TransactItems: z.optional(z.array(z.record(z.string(), Keyed))),
});
type Body = z.output<typeof Body>;

const keyText = ({ Key, Item }: z.output<typeof Keyed>): string[] => {
  const key = Key ?? Item;
  return key === undefined ? [] : [`${JSON.stringify(key['pk'])} ${JSON.stringify(key['sk'])}`];
};
const Consistent = z.looseObject({ ConsistentRead: z.literal(true) });
const READS = ['GetItem', 'Query', 'BatchGetItem'];
/** Whether a call is a read that may be answered as an earlier look was. */
const mayBeStale = (operation: string, body: Body): boolean =>
  READS.includes(operation) &&
  ![body, ...Object.values(body.RequestItems ?? {})].some((asked) => Consistent.safeParse(asked).success);

/** The items a call writes. */
const written = (operation: string, body: Body): string[] => {
  if (operation === 'TransactWriteItems')
    return (body.TransactItems ?? []).flatMap((item) => Object.values(item).flatMap(keyText));
  return ['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation) ? keyText(body) : [];
};

const text = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
};
const problem = (type: string, more: object = {}): string =>
  JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more });

/** Starts a proxy to `engine`; the same `random` makes the same choices in the order of the calls. */
export const startFaultProxy = async (engine: string, random: () => number): Promise<FaultProxy> => {
  const counts: FaultCounts = { calls: 0, throttled: 0, lost: 0, conflicts: 0, stale: 0 };
  let rates: FaultRates = { throttled: 0, lost: 0, stale: 0 };
  /** How many transactions, and how many calls of any kind, are writing an item right now. */
  const inTransaction = new Map<string, number>();
  const seen = new Map<string, string>();
  const add = (keys: readonly string[], by: number): void => {
    for (const key of keys) {
      const next = (inTransaction.get(key) ?? 0) + by;
      if (next > 0) inTransaction.set(key, next);
      else inTransaction.delete(key);
    }
  };
  const conflict = (operation: string, body: Body, keys: readonly string[]): string | undefined => {
    if (!keys.some((key) => inTransaction.has(key))) return undefined;
    if (operation !== 'TransactWriteItems') return problem('TransactionConflictException');
    const reasons = (body.TransactItems ?? []).map((item) =>
      Object.values(item)
        .flatMap(keyText)
        .some((key) => inTransaction.has(key))
        ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
        : { Code: 'None' },
    );
    return problem('TransactionCanceledException', { CancellationReasons: reasons });
  };

  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const asked = await text(request);
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const body = z.parse(Body, JSON.parse(asked));
      const refuse = (words: string): void => void response.writeHead(400, JSON_10).end(words);
      counts.calls += 1;
      const isMeant = rates.operations?.includes(operation) ?? true;
      if (random() < rates.throttled && isMeant) {
        counts.throttled += 1;
        refuse(problem('ThrottlingException'));
        return;
      }
      const keys = written(operation, body);
      const clash = conflict(operation, body, keys);
      if (clash !== undefined) {
        counts.conflicts += 1;
        refuse(clash);
        return;
      }
      const isTransaction = operation === 'TransactWriteItems';
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name)),
      ) as Record<string, string>;
      if (isTransaction) add(keys, 1);
      const pass = async (): Promise<{ readonly status: number; readonly told: string }> => {
        try {
          const given = await fetch(engine, { method: 'POST', headers, body: asked });
          const told = await given.text();
          // The engine is done in a moment; a transaction over a network is not.
          if (isTransaction) await sleep(random() * 4);
          return { status: given.status, told };
        } finally {
          if (isTransaction) add(keys, -1);
        }
      };
      const { status, told } = await pass();
      const mayBeOld = mayBeStale(operation, body);
      const earlier = mayBeOld && status === 200 ? seen.get(asked) : undefined;
      if (mayBeOld && status === 200) seen.set(asked, told);
      if (seen.size > 5_000) seen.clear();
      if (random() < rates.lost && isMeant) {
        counts.lost += 1;
        request.socket.destroy();
        return;
      }
      const isStale = earlier !== undefined && earlier !== told && random() < rates.stale;
      if (isStale) counts.stale += 1;
      response.writeHead(status, JSON_10).end(isStale ? earlier : told);
    };
    answer().catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    counts,
    make: (next) => (rates = next),
    during: async (next, run) => {
      const before = rates;
      rates = next;
      try {
        return await run();
      } finally {
        rates = before;
      }
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
const JSON_10 = { 'content-type': 'application/x-amz-json-1.0' };
