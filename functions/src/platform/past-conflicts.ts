import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionConflictException } from '@aws-sdk/client-dynamodb';

const TRIES = 8;

/**
 * A single write that meets a transaction under way on the same item is turned away by the engine, and not
 * sent again by the SDK: it is tried again until the transaction is through. Nothing was written before.
 */
export const pastConflicts = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof TransactionConflictException) || attempt >= TRIES) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
};
