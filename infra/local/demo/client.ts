import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathOf } from '@gongyi/shared/kernel/define-route';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import * as z from 'zod/mini';

/** A refusal, where the demonstration expected none. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly routeId: string,
    readonly code: string,
    readonly facts: unknown,
  ) {
    super(`${routeId}: ${code} ${JSON.stringify(facts)}`);
  }
}

export interface Sending {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Checked by the route's own schema before it leaves. */
  readonly body?: unknown;
  readonly token?: string;
  /** Names the operation for good; made into an `Idempotency-Key`. */
  readonly name: string;
}

const Problem = z.object({ code: z._default(z.string(), 'fault'), facts: z.optional(z.unknown()) });
const TRIES = 8;
const WAIT_MS = 250;

export const keyOf = (name: string): string =>
  createHash('sha256').update(`demo ${name}`).digest('base64url').slice(0, 40);

export interface Client {
  /** Sends one call as any client would; tries again what did not arrive or was too soon. Throws `Refused`. */
  readonly send: <T extends Route>(route: T, sending: Sending) => Promise<RouteReply<T>>;
  /** The system's time as last heard, moved on by what has passed since. */
  readonly now: () => number;
}

/** A client of the product's own API, driven by the same contracts as the app. */
export const clientOf = (apiBase: string): Client => {
  let ahead = 0;
  const attempt = async (route: Route, sending: Sending): Promise<Response> => {
    const query = new URLSearchParams(sending.query ?? {}).toString();
    const response = await fetch(
      `${apiBase}/api${pathOf(route, sending.params ?? {})}${query === '' ? '' : `?${query}`}`,
      {
        method: route.method,
        headers: {
          ...(sending.token === undefined ? {} : { authorization: `Bearer ${sending.token}` }),
          ...(route.method === 'GET'
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': keyOf(sending.name) }),
        },
        ...(route.method === 'GET' ? {} : { body: JSON.stringify(z.parse(route.body, sending.body ?? {})) }),
      },
    );
    const heard = Number(response.headers.get('x-server-time'));
    if (heard > 0) ahead = heard - Date.now();
    return response;
  };
  return {
    now: () => Date.now() + ahead,
    send: async <T extends Route>(route: T, sending: Sending): Promise<RouteReply<T>> => {
      for (let tries = 1; ; tries += 1) {
        const response = await attempt(route, sending);
        const answer: unknown = await response.json();
        if (response.ok) return z.parse<T['reply']>(route.reply, answer);
        const problem = z.safeParse(Problem, answer);
        const passing = response.status >= 500 || response.status === 429;
        if (!passing || tries >= TRIES)
          throw new Refused(route.id, problem.success ? problem.data.code : 'fault', problem.data?.facts);
        await sleep(response.status === 429 ? 4 * WAIT_MS * tries : WAIT_MS * tries);
      }
    },
  };
};
