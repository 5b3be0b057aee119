import * as z from 'zod/mini';
import { pathOf } from '@gongyi/shared/kernel/define-route';
import type { Route, RouteCall, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusalCode } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { newKey } from './key';
import { forgetSession, sessionToken } from './session-token';
import { send } from './transport';
import type { Answer } from './transport';

/**
 * What came of a call. `unknown`: no answer, or one that says nothing (a gateway's 502): a write may or may not
 * have happened, and the same key sent again settles it.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly unknown?: undefined }
  | { readonly ok: false; readonly unknown: true; readonly refusal?: undefined };

// Parts of a route that carry nothing may be left out.
type Part<Name extends string, Value> =
  Record<string, never> extends Value ? Readonly<Partial<Record<Name, Value>>> : Readonly<Record<Name, Value>>;
export type CallInput<T extends Route> = Part<'params', RouteCall<T>['params']> &
  Part<'query', RouteCall<T>['query']> &
  Part<'body', RouteCall<T>['body']>;

const Problem = z.object({
  code: z.string(),
  facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
});

const UNKNOWN = { ok: false, unknown: true } as const;

const queryOf = (query: unknown): string => {
  if (typeof query !== 'object' || query === null) return '';
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const words = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return words.length === 0 ? '' : `?${words.join('&')}`;
};

const paramsOf = (params: unknown): Record<string, string> =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {};

/** The address of a call: path with parameters and query. */
export const addressOf = (route: Route, input: { readonly params?: unknown; readonly query?: unknown }): string =>
  pathOf(route, paramsOf(input.params)) + queryOf(input.query);

/** Reads an answer by the route's contract. */
export const readAnswer = <S extends z.core.$ZodType>(schema: S, answer: Answer): Outcome<z.output<S>> => {
  if (answer === undefined) return UNKNOWN;
  if (answer.status >= 200 && answer.status < 300) {
    const reply = z.safeParse(schema, answer.data ?? {});
    return reply.success ? { ok: true, value: reply.data } : UNKNOWN;
  }
  return readProblem(answer.data);
};

/** A refusal in the server's words (RFC 9457), or nothing that can be known. */
export const readProblem = (data: unknown): Exclude<Outcome<never>, { ok: true }> => {
  const problem = z.safeParse(Problem, data);
  if (!problem.success || !isRefusalCode(problem.data.code)) return UNKNOWN;
  if (problem.data.code === 'sign-in-needed') forgetSession();
  return { ok: false, refusal: { refused: problem.data.code, facts: problem.data.facts } };
};

/**
 * Calls a route of the API. Every call but a GET carries an Idempotency-Key: give `key` when the call may be
 * repeated (a form's submission), else a fresh one is made.
 */
export const call = async <T extends Route>(
  route: T,
  input: CallInput<T>,
  options: { readonly key?: string } = {},
): Promise<Outcome<RouteReply<T>>> => {
  const reads = route.method === 'GET';
  const answer = await send({
    method: route.method,
    path: addressOf(route, input),
    token: sessionToken(),
    ...(reads ? {} : { key: options.key ?? newKey(), body: input.body ?? {} }),
  });
  return readAnswer<T['reply']>(route.reply, answer);
};
