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

export interface GatewayParts {
  readonly api: Pick<LambdaFunction, 'invoke'>;
  readonly callback: Pick<LambdaFunction, 'invoke'>;
  readonly webFolder: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** The one address people use: `/api/*` goes to the functions, everything else is the web app. */
export const gateway = ({ api, callback, webFolder, clock }: GatewayParts): Handler => {
  const web = staticFiles(webFolder);
  const proxy = async (request: IncomingMessage, response: ServerResponse, isCallback: boolean): Promise<void> => {
    const body = await readBody(request, BODY_LIMIT);
    const event = proxyEvent(request, body, isCallback ? CALLBACK : '/api/{proxy+}', clock.now());
    sendOutcome(response, await (isCallback ? callback : api).invoke(event));
  };
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) await proxy(request, response, path === CALLBACK);
    else await web(request, response);
  };
};
