import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/serve';
import { WechatRefusal } from './refusals';
import type { Wechat } from './wechat';

const BODY_LIMIT = 1024 * 1024;

const parse = (body: Buffer): unknown => {
  if (body.length === 0) throw new WechatRefusal(44002);
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    throw new WechatRefusal(47001);
  }
};

/** Answers WeChat's own addresses; resolves false for any other. WeChat answers 200 whatever happened. */
export const wechatHandler =
  (server: Wechat) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://wechat');
    if (!/^\/(sns|cgi-bin|wxa)\//.test(url.pathname)) return false;
    const method = request.method ?? 'GET';
    let reply: object | undefined;
    try {
      const input = method === 'POST' ? parse(await readBody(request, BODY_LIMIT)) : undefined;
      reply = server.answer(method, url.pathname, url.searchParams, input);
    } catch (fault) {
      if (!(fault instanceof WechatRefusal)) throw fault;
      reply = { errcode: fault.errcode, errmsg: fault.message };
    }
    response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(reply ?? { errcode: 404, errmsg: 'not found' }));
    return true;
  };
