import type { Handler } from '../http/serve';
import { seeOther, sendJson } from '../http/reply';
import { wechatHandler } from '../wechat/handler';
import type { Wechat } from '../wechat/wechat';
import type { Routes } from './routes';

/** The stand-ins' origin: WeChat's own addresses, and the pages and addresses beside them. */
export const standInHandler = (wechat: Wechat, routes: Routes): Handler => {
  const answerWechat = wechatHandler(wechat);
  return async (request, response) => {
    if (await answerWechat(request, response)) return;
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const name = `${request.method ?? 'GET'} ${url.pathname}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (route !== undefined) await route({ request, response, url });
    else if (name === 'GET /') seeOther(response, '/phone');
    else sendJson(response, { message: 'no such address' }, 404);
  };
};
