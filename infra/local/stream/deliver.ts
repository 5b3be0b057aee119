import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Outcome } from '../lambda/environment';
import type { StreamRecord } from './source';

export interface Delivery {
  readonly invoke: (event: { readonly Records: readonly StreamRecord[] }) => Promise<Outcome>;
  /** Keeps records that failed for good, with how often they were tried. */
  readonly giveUp: (records: readonly StreamRecord[], attempts: number) => Promise<void>;
  readonly maxRetries: number;
  /** Wait before the first retry in milliseconds; doubles with each. */
  readonly backoffMs: number;
  /** Ends waits when the system stops: what was under way is then delivered again at the next start. */
  readonly signal: AbortSignal;
}

const Answer = z.nullish(z.object({ batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string() }))) }));

/**
 * Index of the first record that was not handled, the number of records when all were. As Lambda reads the
 * answer: the lowest sequence number reported is where to go on, and an unreadable report fails the whole batch.
 */
const firstUnhandled = (outcome: Outcome, records: readonly StreamRecord[]): number => {
  if (outcome.kind !== 'answered') return 0;
  const value: unknown = JSON.parse(outcome.payload);
  const answer = z.safeParse(Answer, value);
  if (!answer.success) return 0;
  const failures = answer.data?.batchItemFailures ?? [];
  if (failures.length === 0) return records.length;
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(...places));
};

/**
 * Hands a batch to a function until every record is handled or given up, in order: the answer's partial
 * failures are honoured, a batch that fails as a whole is cut in two, and a record that fails alone is tried
 * `maxRetries` more times and then kept aside. Cutting uses up no tries.
 */
export const deliver = async (records: readonly StreamRecord[], to: Delivery, tried = 0): Promise<void> => {
  to.signal.throwIfAborted();
  const outcome = await to.invoke({ Records: records });
  // A worker ended by our own stop must not count as the record's failure.
  to.signal.throwIfAborted();
  const at = firstUnhandled(outcome, records);
  const rest = records.slice(at);
  if (rest.length === 0) return;
  if (rest.length > 1) {
    const cut = outcome.kind === 'answered' ? 1 : Math.ceil(rest.length / 2);
    await deliver(rest.slice(0, cut), to, at === 0 ? tried : 0);
    await deliver(rest.slice(cut), to);
    return;
  }
  const attempts = (at === 0 ? tried : 0) + 1;
  if (attempts > to.maxRetries) {
    await to.giveUp(rest, attempts);
    return;
  }
  await sleep(to.backoffMs * 2 ** (attempts - 1), undefined, { signal: to.signal });
  await deliver(rest, to, attempts);
};
