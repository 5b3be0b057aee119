import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { handle } from 'hono/aws-lambda';
import { routePath } from 'hono/route';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod/mini';
import type { Route, RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { inputHash, operationId } from './idempotency';
import { log } from './log';
import { FAULT, problemOf } from './problem';
import { tooManyCalls } from './rate-limit';
import { whoIs } from './session';
import type { SignedIn } from './session';

/** What a use case knows of the call besides its input. */
export interface Call {
  readonly who: SignedIn;
  readonly now: number;
  /** Derived from person, route and `Idempotency-Key`: the id of what a create makes, `lastOp` of a change. */
  readonly op: string;
  /** Hash of the input; the same `op` with another hash is `key-reused`. */
  readonly opHash: string;
  /** The `Idempotency-Key` itself: only the caller has it, nothing stored tells it. Empty where none was sent. */
  readonly key: string;
}
export interface OpenCall extends Omit<Call, 'who'> {
  readonly who: SignedIn | undefined;
  readonly sourceIp: string;
}

type Answer<T extends Route> = Promise<RouteReply<T> | Refusal>;

/** A route bound to its use case; made by `on`, `onAhead` and `openTo`. */
export interface Bound {
  readonly route: Route;
  /** Begins what need not wait for who asks; what it gives goes on once that is known. */
  readonly begin: (params: unknown) => (raw: { query: unknown; body: unknown }, call: RawCall) => Promise<unknown>;
}
interface RawCall {
  readonly who: SignedIn | undefined;
  readonly now: number;
  readonly key: string;
  readonly sourceIp: string;
}

const parsePart = <S extends z.core.$ZodType>(schema: S, value: unknown, part: string): z.output<S> | Refusal => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return refuse('invalid-input', { part, field: issue?.path.map(String).join('.') ?? '', problem: issue?.code ?? '' });
};

const inputOf = <T extends Route>(
  route: T,
  params: RouteInput<T>['params'] | Refusal,
  raw: { query: unknown; body: unknown },
): RouteInput<T> | Refusal => {
  // An id that cannot exist looks exactly like one that does not.
  if (isRefusal(params)) return refuse('not-found');
  const query = parsePart<T['query']>(route.query, raw.query, 'query');
  if (isRefusal(query)) return query;
  const body = parsePart<T['body']>(route.body, raw.body, 'body');
  if (isRefusal(body)) return body;
  return { params, query, body };
};

type Params<T extends Route> = RouteInput<T>['params'];

const bind = <T extends Route, E>(
  route: T,
  ahead: (params: Params<T>) => Promise<E>,
  run: (input: RouteInput<T>, call: OpenCall, early: Promise<E>) => Answer<T>,
): Bound => ({
  route,
  begin: (raw) => {
    const params = parsePart<T['params']>(route.params, raw, 'path');
    const early = isRefusal(params) ? undefined : ahead(params);
    // Who may not ask never hears of it, so neither does anybody hear that it failed.
    early?.catch(() => undefined);
    return async (rest, call) => {
      const input = inputOf(route, params, rest);
      if (isRefusal(input) || early === undefined) return input;
      const result = await run(
        input,
        {
          ...call,
          op: operationId(call.who?.personId ?? '', route.id, call.key),
          opHash: inputHash(input),
        },
        early,
      );
      // Replies are parsed too: nothing leaves that the contract does not name.
      return isRefusal(result) ? result : z.parse(route.reply, result);
    };
  },
});

const nothing = async (): Promise<undefined> => Promise.resolve(undefined);

/** Like `on`, for a use case with something to ask that is the same whoever calls: it is asked beside who that is. */
export const onAhead = <T extends Route, E>(
  route: T,
  ahead: (params: Params<T>) => Promise<E>,
  run: (input: RouteInput<T>, call: Call, early: Promise<E>) => Answer<T>,
): Bound => {
  if (route.access === 'anyone') throw new Error(`${route.id} is open: bind it with openTo`);
  return bind(route, ahead, async (input, call, early) =>
    call.who === undefined ? refuse('sign-in-needed') : run(input, { ...call, who: call.who }, early),
  );
};

/** Binds a route for signed-in people to its use case. */
export const on = <T extends Route>(route: T, run: (input: RouteInput<T>, call: Call) => Answer<T>): Bound =>
  onAhead(route, nothing, run);

/** Binds a route that needs no session. */
export const openTo = <T extends Route>(route: T, run: (input: RouteInput<T>, call: OpenCall) => Answer<T>): Bound => {
  if (route.access !== 'anyone') throw new Error(`${route.id} is not open: bind it with on`);
  return bind(route, nothing, run);
};

const KEY = /^[A-Za-z0-9_-]{16,64}$/;
const MOST_BODY = 256 * 1024;

/** Wrapped, so that nothing a client writes can be taken for a refusal of ours. */
const readBody = async (context: Context): Promise<{ readonly body: unknown } | Refusal> => {
  const words = await context.req.text();
  if (words === '') return { body: {} };
  try {
    const body: unknown = JSON.parse(words);
    return { body };
  } catch {
    return refuse('invalid-input', { part: 'body', field: '', problem: 'not_json' });
  }
};

const respond = (context: Context, value: unknown, now: number): Response => {
  context.header('x-server-time', String(now));
  context.header('cache-control', 'no-store');
  if (!isRefusal(value)) return context.json(value ?? {});
  const problem = problemOf(value);
  // Every status in the refusal table is one that carries a body.
  return context.json(problem, problem.status as ContentfulStatusCode, { 'content-type': 'application/problem+json' });
};

const answer = async (context: Context, bound: Bound, now: number): Promise<unknown> => {
  const { route } = bound;
  const token = /^Bearer (\S{20,200})$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined && route.access !== 'anyone') return refuse('sign-in-needed');
  const goOn = bound.begin(context.req.param());
  const who = token === undefined ? undefined : await whoIs(token, now);
  if (who === undefined && route.access !== 'anyone') return refuse('sign-in-needed');
  // The last hop is the gateway's own word; what stands before it anyone can write.
  const sourceIp = (context.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
  if (tooManyCalls(who?.personId ?? `ip:${sourceIp}`, now))
    return refuse('too-many-attempts', { retryAfterSeconds: 60 });
  const key = context.req.header('idempotency-key') ?? '';
  if (route.method !== 'GET' && !KEY.test(key)) return refuse('key-missing');
  const read = route.method === 'GET' ? { body: {} } : await readBody(context);
  if (isRefusal(read)) return read;
  return goOn({ query: context.req.query(), body: read.body }, { who, now, key, sourceIp });
};

/** Where a route is answered; what answers there may be loaded with its first call. */
export interface Served {
  readonly method: string;
  readonly path: string;
  readonly load: () => Promise<Bound>;
}

/** Paths without parameters first, so that `/requests/mine` is not read as an id. */
const byPlainness = (a: Served, b: Served): number =>
  (a.path.match(/\{/g)?.length ?? 0) - (b.path.match(/\{/g)?.length ?? 0);

/** Where in the code, without the message: that may quote what somebody wrote. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim());

export const appServing = (all: readonly Served[]) => {
  const root = new Hono();
  root.notFound((context) => respond(context, refuse('not-found'), Date.now()));
  root.onError((error, context) => {
    log.error('fault', { route: routePath(context), name: error.name, at: framesOf(error) });
    context.header('x-server-time', String(Date.now()));
    return context.json(FAULT, 500, { 'content-type': 'application/problem+json' });
  });
  const app = root.basePath('/api');
  app.use(
    bodyLimit({
      maxSize: MOST_BODY,
      onError: (context) => respond(context, refuse('body-too-large', { mostBytes: MOST_BODY }), Date.now()),
    }),
  );
  for (const { method, path, load } of [...all].sort(byPlainness)) {
    app.on(method, path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const now = Date.now();
      return respond(context, await answer(context, await load(), now), now);
    });
  }
  return root;
};

export const appOf = (bounds: readonly Bound[]) =>
  appServing(
    bounds.map((bound) => ({
      method: bound.route.method,
      path: bound.route.path,
      load: () => Promise.resolve(bound),
    })),
  );

/** The Lambda handler over an app. */
export const handlerOf = (app: ReturnType<typeof appServing>) =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package not published for this version
  handle(app);
