import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What API Gateway's REST API hands a function (payload version 1), as far as it says anything here. */
export interface ProxyEvent {
  readonly resource: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>;
  readonly queryStringParameters: Readonly<Record<string, string>> | null;
  readonly multiValueQueryStringParameters: Readonly<Record<string, readonly string[]>> | null;
  readonly pathParameters: Readonly<Record<string, string>> | null;
  readonly stageVariables: null;
  readonly requestContext: object;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

const TEXT = /^(text\/|application\/(json|problem\+json|xml|x-www-form-urlencoded|javascript))/i;

// Names come from outside, so they are gathered in a Map: `__proto__` is a name like any other.
const grouped = (pairs: Iterable<readonly [string, string]>): Record<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
};

/** The single-value maps of API Gateway keep the last of several values. */
const lastOf = (groups: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? '']));

const headerPairs = (raw: readonly string[]): [string, string][] => {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
};

const orNull = <T extends object>(map: T): T | null => (Object.keys(map).length === 0 ? null : map);

/** The event for a request. `resource` is the route that matched, `now` the system's time. */
export const proxyEvent = (
  request: IncomingMessage,
  body: Buffer,
  resource: '/api/{proxy+}' | '/api/ballots/{proxy+}' | '/api/wechat/callback',
  now: number,
): ProxyEvent => {
  const method = request.method ?? 'GET';
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const headers = grouped(headerPairs(request.rawHeaders));
  const query = grouped(new URLSearchParams(search));
  const asText = body.length === 0 || TEXT.test(request.headers['content-type'] ?? '');
  return {
    resource,
    path,
    httpMethod: method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: resource.endsWith('/{proxy+}') ? { proxy: path.slice(resource.length - '{proxy+}'.length) } : null,
    stageVariables: null,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? '127.0.0.1',
      httpMethod: method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
      },
      path,
      protocol: 'HTTP/1.1',
      requestId: randomUUID(),
      requestTime: new Date(now).toUTCString(),
      requestTimeEpoch: now,
      resourceId: 'local',
      resourcePath: resource,
      stage: 'local',
    },
    body: body.length === 0 ? null : asText ? body.toString('utf8') : body.toString('base64'),
    isBase64Encoded: body.length > 0 && !asText,
  };
};
