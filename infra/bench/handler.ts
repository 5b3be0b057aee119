import { randomUUID } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';

export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** A new one unless the same operation is sent again. */
  readonly key?: string;
}

const Answer = z.object({ statusCode: z.number(), body: z.string() });

/** A call as API Gateway hands it to the function (REST, payload version 1). */
export const eventOf = (call: ApiCall) => {
  const [path = '', search = ''] = call.path.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'idempotency-key': call.key ?? randomUUID(),
    'x-forwarded-for': '127.0.0.1',
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
  };
  const many = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: call.method,
    headers,
    multiValueHeaders: many(headers),
    queryStringParameters: search === '' ? null : query,
    multiValueQueryStringParameters: search === '' ? null : many(query),
    pathParameters: null,
    stageVariables: null,
    requestContext: { identity: { sourceIp: '127.0.0.1' } },
    body: call.body === undefined ? null : JSON.stringify(call.body),
    isBase64Encoded: false,
  };
};

/**
 * Loads a fresh instance of a built bundle with this environment, from a copy of its own: parts of a bundle
 * loaded from the same place would share their clients. Takes any event the function takes.
 */
export const loadFunction = async (bundle: string, environment: Readonly<Record<string, string>>) => {
  const copy = await mkdtemp(join(tmpdir(), 'gongyi-bundle-'));
  await cp(dirname(bundle), copy, { recursive: true });
  const module: unknown = await import(pathToFileURL(join(copy, 'index.mjs')).href);
  const { handler } = z.parse(
    z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() }),
    module,
  );
  return (event: unknown): Promise<unknown> => {
    // Clients are made at the first call that needs them.
    Object.assign(process.env, environment);
    return handler(event, {});
  };
};
export type LoadedFunction = Awaited<ReturnType<typeof loadFunction>>;

/** A loaded function as its callers see it over HTTP. */
export const callerOf =
  (run: LoadedFunction) =>
  async (call: ApiCall): Promise<{ status: number; body: unknown }> => {
    const answer = z.parse(Answer, await run(eventOf(call)));
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
export type Handler = ReturnType<typeof callerOf>;

export const loadHandler = async (bundle: string, environment: Readonly<Record<string, string>>): Promise<Handler> =>
  callerOf(await loadFunction(bundle, environment));
