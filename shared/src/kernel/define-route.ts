import type * as z from 'zod/mini';
import type { Action } from './authority';
import type { RefusalCode } from './refusal';

type Schema = z.core.$ZodType;

/**
 * A route's contract, the one description of an operation that server, client, OpenAPI and the
 * generated tests share.
 *
 * `access`: `anyone` needs no session; `signed-in` any session; otherwise the action of the authority
 * table which the use case checks against its subject. Every route that is not a GET carries an
 * `Idempotency-Key` header (see `functions/src/platform/idempotency.ts`).
 */
export interface Route<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> {
  /** `<slice>.<verb>`, the OpenAPI operationId. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api`, parameters as `{name}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: 'anyone' | 'signed-in' | Action;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  /** Refusals of the use case, beyond those any route may give (see `COMMON_REFUSALS`). */
  readonly refusals: readonly RefusalCode[];
}

export type RouteInput<T extends Route> = {
  readonly params: z.output<T['params']>;
  readonly query: z.output<T['query']>;
  readonly body: z.output<T['body']>;
};
/** What a client hands over: the same before defaults and transforms are applied. */
export type RouteCall<T extends Route> = {
  readonly params: z.input<T['params']>;
  readonly query: z.input<T['query']>;
  readonly body: z.input<T['body']>;
};
export type RouteReply<T extends Route> = z.output<T['reply']>;

export const COMMON_REFUSALS = [
  'invalid-input',
  'key-missing',
  'sign-in-needed',
  'not-found',
  'body-too-large',
  'key-reused',
  'too-many-attempts',
] as const satisfies readonly RefusalCode[];

export const defineRoute = <P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Route<P, Q, B, R>,
): Route<P, Q, B, R> => route;

/** The path with its parameters filled in, each percent-encoded. */
export const pathOf = (route: Pick<Route, 'path'>, params: Readonly<Record<string, string>>): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
