import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiCall, Handler } from '../bench/handler';

/**
 * Somebody acting through the API under faults: an answer that is no answer (5xx) is unknown, and the same
 * operation is sent again with its key until something is known.
 */
export interface Act extends Omit<ApiCall, 'token'> {
  readonly token: string;
  readonly key: string;
}
export interface Known {
  readonly status: number;
  readonly body: unknown;
  /** How often it had to be sent. */
  readonly sent: number;
}

const MOST = 60;

export const act = async (handler: Handler, call: Act): Promise<Known> => {
  for (let sent = 1; sent <= MOST; sent += 1) {
    const { status, body } = await handler(call);
    if (status < 500) return { status, body, sent };
    await sleep(5 * Math.min(sent, 10));
  }
  throw new Error(`${call.method} ${call.path} was never answered`);
};
