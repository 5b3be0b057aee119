import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock';
import type { Handler } from '../http/serve';
import { readBody } from '../http/serve';
import type { LambdaFunction } from '../lambda/pool';
import { sendOutcome } from './answer';
import { proxyEvent } from './payload';
import { staticFiles } from './static-files';

/** API Gateway's limit on a request's body, in bytes. */
const BODY_LIMIT = 10 * 1024 * 1024;
const CALLBACK = '/api/wechat/callback';
const BALLOTS = '/api/ballots/';

export interface GatewayParts {
  readonly api: Pick<LambdaFunction, 'invoke'>;
  readonly ballots: Pick<LambdaFunction, 'invoke'>;
  readonly callback: Pick<LambdaFunction, 'invoke'>;
  readonly webFolder: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** The one address people use: `/api/*` goes to the functions, everything else is the web app. */
export const gateway = ({ api, ballots, callback, webFolder, clock }: GatewayParts): Handler => {
  const web = staticFiles(webFolder);
  const targetOf = (path: string) => {
    if (path === CALLBACK) return { resource: CALLBACK, fn: callback } as const;
    if (path.startsWith(BALLOTS)) return { resource: '/api/ballots/{proxy+}', fn: ballots } as const;
    return { resource: '/api/{proxy+}', fn: api } as const;
  };
  const proxy = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const body = await readBody(request, BODY_LIMIT);
    const { resource, fn } = targetOf(path);
    sendOutcome(response, await fn.invoke(proxyEvent(request, body, resource, clock.now())));
  };
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) await proxy(request, response, path);
    else await web(request, response);
  };
};
